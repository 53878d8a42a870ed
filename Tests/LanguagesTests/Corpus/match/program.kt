fun describe(state: String): String {
  when (state) {
    "new", "open" -> return "waiting"
    "paid" -> archive(state)
    3 -> {}
    else -> throw Unknown(state)
  }
  return "done"
}
