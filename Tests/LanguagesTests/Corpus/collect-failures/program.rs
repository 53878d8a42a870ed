fn send_all(messages: Vec<Message>, failed: &mut Failures) -> Result<(), SomeFailed> {
    for message in messages {
        if let Err(error) = deliver(&message) {
            failed.add(message, error);
        }
    }
    if failed.count > 0 {
        return Err(SomeFailed(failed));
    }
    Ok(())
}
