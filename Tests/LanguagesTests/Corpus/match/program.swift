func describe(state: State) throws -> String {
  switch state {
  case "new", "open":
    return "waiting"
  case "paid":
    archive(state)
  case 3:
    break
  default:
    throw Unknown(state)
  }
  return "done"
}
