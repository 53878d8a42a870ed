def remove_file(path)
  unlink(path)
  nil
rescue StandardError
  # gone already
end
