package orders

func register(form *Form, limit int) (*Form, error) {
	if form.name == "" {
		return nil, Invalid{"name"}
	}
	if form.age < 0 || form.age > 150 {
		return nil, Invalid{"age"}
	}
	if size(form.tags) > limit {
		return nil, &TooMany{limit}
	}
	if err := save(form); err != nil {
		return nil, err
	}
	return form, nil
}
