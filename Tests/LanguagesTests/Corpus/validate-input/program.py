def register(form, limit):
    if form.name == "":
        raise Invalid("name")
    if form.age < 0 or form.age > 150:
        raise Invalid("age")
    if size(form.tags) > limit:
        raise TooMany(limit)
    save(form)
    return form
