fn register(form: Form, limit: usize) -> Result<Form, Error> {
    if form.name == "" {
        return Err(Invalid("name"));
    }
    if form.age < 0 || form.age > 150 {
        return Err(Invalid("age"));
    }
    if size(&form.tags) > limit {
        return Err(TooMany(limit));
    }
    save(&form)?;
    Ok(form)
}
