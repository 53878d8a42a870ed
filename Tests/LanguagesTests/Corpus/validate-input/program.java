class Forms {
  static Form register(Form form, int limit) {
    if (form.name.equals("")) {
      throw new Invalid("name");
    }
    if (form.age < 0 || form.age > 150) {
      throw new Invalid("age");
    }
    if (size(form.tags) > limit) {
      throw new TooMany(limit);
    }
    save(form);
    return form;
  }
}
