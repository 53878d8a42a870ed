def save(store, order)
  begin
    store.begin
    begin
      store.write(order)
    rescue
      store.rollback
      raise SaveFailed.new(order)
    end
    store.commit
  rescue StandardError => error
    raise error if error.fatal

    report(error)
  ensure
    store.close
  end
  nil
end
