func register(form: Form, limit: Int) throws -> Form {
  if form.name == "" {
    throw Invalid("name")
  }
  if form.age < 0 || form.age > 150 {
    throw Invalid("age")
  }
  if size(form.tags) > limit {
    throw TooMany(limit)
  }
  save(form)
  return form
}
