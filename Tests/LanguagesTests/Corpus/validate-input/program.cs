static class Orders
{
    static Form Register(Form form, int limit)
    {
        if (form.Name == "")
        {
            throw new Invalid("name");
        }

        if (form.Age < 0 || form.Age > 150)
        {
            throw new Invalid("age");
        }

        if (Size(form.Tags) > limit)
        {
            throw new TooMany(limit);
        }

        Save(form);
        return form;
    }
}
