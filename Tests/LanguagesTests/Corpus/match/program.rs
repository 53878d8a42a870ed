fn describe(state: &str) -> Result<&'static str, Unknown> {
    match state {
        "new" | "open" => return Ok("waiting"),
        "paid" => archive(state),
        3 => {}
        _ => return Err(Unknown(state)),
    }
    Ok("done")
}
