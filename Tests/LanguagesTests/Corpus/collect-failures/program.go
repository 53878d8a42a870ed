package orders

func sendAll(messages []Message, failed *Failures) error {
	for _, message := range messages {
		if error := deliver(message); error != nil {
			failed.add(message, error)
		}
	}
	if failed.count > 0 {
		return SomeFailed{failed}
	}
	return nil
}
