def register(form, limit)
  raise Invalid, "name" if form.name == ""
  raise Invalid, "age" if form.age < 0 || form.age > 150
  raise TooMany.new(limit) if size(form.tags) > limit

  save(form)
  form
end
