package orders

func describe(state any) string {
	switch state {
	case "new", "open":
		return "waiting"
	case "paid":
		archive(state)
	case 3:
	default:
		panic(Unknown{state})
	}
	return "done"
}
