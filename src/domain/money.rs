//! Amounts in euros, as people write and read them.

/// An amount in euro cents as it is written: `1.250,50`.
pub fn euros(cents: i64) -> String {
    let whole = cents / 100;
    let digits = whole.to_string();
    let grouped = digits.char_indices().fold(String::new(), |mut out, (at, digit)| {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
        out
    });
    match cents % 100 {
        0 => grouped,
        rest => format!("{grouped},{rest:02}"),
    }
}

/// Euro cents of an amount as people write it: `1250`, `1.250,50`, `€ 1250`. Nothing: it is none.
pub fn cents(text: &str) -> Option<i64> {
    let text = text.trim().trim_start_matches(['€', ' ']);
    let (whole, part) = text.split_once(',').unwrap_or((text, "0"));
    let groups: Vec<&str> = whole.split('.').collect();
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = groups.len() == 1 || groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    if !grouped || !groups.iter().all(|group| is_digits(group)) || !is_digits(part) || part.len() > 2 {
        return None;
    }
    let whole: i64 = groups.concat().parse().ok()?;
    let rest: i64 = format!("{part:0<2}").parse().ok()?;
    whole.checked_mul(100)?.checked_add(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_as_it_is_written() {
        for (text, amount) in [("1250", 125_000), ("1.250,50", 125_050), ("€ 12,5", 1_250), ("0", 0), ("1.000.000", 100_000_000)]
        {
            assert_eq!(cents(text), Some(amount), "{text}");
        }
        for amount in [0, 5, 99, 100, 125_050, 100_000_000] {
            assert_eq!(cents(&euros(amount)), Some(amount));
        }
        for wrong in ["", "12.50", "1250.5", "1,250", "-5", "veel", "1.25.000"] {
            assert_eq!(cents(wrong), None, "{wrong}");
        }
    }
}
