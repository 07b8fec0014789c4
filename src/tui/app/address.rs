//! The address of a server as people type it: `loket.utrecht.nl` was meant as `https://loket.utrecht.nl`.

/// The whole address that was meant by one without the beginning `https://`; nothing when it has one, or cannot be meant.
pub fn meant(typed: &str) -> Option<String> {
    let rest = typed.trim().trim_start_matches('/').trim_end_matches('/');
    let host = rest.split(['/', ':']).next().unwrap_or_default();
    if rest.contains("://") || host.is_empty() || rest.contains(char::is_whitespace) {
        return None;
    }
    let here = matches!(host, "localhost" | "127.0.0.1");
    Some(format!("{}://{rest}", if here { "http" } else { "https" }))
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn what_is_left_out_is_put_before_it_and_nothing_else_is_guessed() {
        let is = |typed: &str| meant(typed).unwrap_or_default();
        assert_eq!(is(" loket.utrecht.nl/ "), "https://loket.utrecht.nl");
        assert_eq!(
            (is("loket.nl:8443/a"), is("localhost:8080")),
            ("https://loket.nl:8443/a".into(), "http://localhost:8080".into())
        );
        for typed in ["https://loket.nl", "http://loket.nl", "", "  ", "een zin", "/", ":8080"] {
            assert_eq!(meant(typed), None, "{typed}");
        }
    }
}
