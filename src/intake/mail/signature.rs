//! The phone number under a message: only from the lines after the closing words, where the number is the sender's own.

/// Words a closing starts with, in lower case.
const CLOSINGS: &[&str] = &[
    "met vriendelijke groet",
    "vriendelijke groet",
    "met groet",
    "groet",
    "groeten",
    "mvg",
    "m.v.g",
    "hartelijke groet",
    "with kind regards",
    "kind regards",
    "--",
];
/// Lines after the closing that may be a signature.
const LINES: usize = 12;
/// Words that may stand before a number.
const LABELS: &[&str] = &["t", "tel", "telefoon", "telefoonnummer", "m", "mob", "mobiel", "phone", "mobile"];

/// The first phone number in the signature, as written.
pub(super) fn phone(text: &str) -> Option<&str> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let closing = lines.iter().rposition(|line| {
        let line = line.to_lowercase();
        line.chars().count() <= 60 && CLOSINGS.iter().any(|closing| line.starts_with(closing))
    })?;
    lines[closing + 1..].iter().take(LINES).flat_map(|line| line.split(['|', '·', '•'])).find_map(|part| number(part.trim()))
}

/// The number, if the text is nothing but a label and a Dutch phone number.
fn number(text: &str) -> Option<&str> {
    let start = text.find(|c: char| c.is_ascii_digit() || matches!(c, '+' | '('))?;
    let label = text[..start].trim_end_matches([' ', ':', '.', '\t']).to_lowercase();
    let number = text[start..].trim();
    let shape =
        number.len() <= 24 && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '(' | ')' | '-' | ' ' | '.'));
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let dutch = (digits.len() == 10 && digits.starts_with('0') && !number.starts_with('+'))
        || (number.starts_with("+31") && matches!(digits.len(), 11 | 12))
        || (digits.len() == 13 && digits.starts_with("0031"));
    (shape && dutch && (label.is_empty() || LABELS.contains(&label.as_str()))).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::phone;

    #[test]
    fn only_from_the_signature() {
        assert_eq!(
            phone("Bel mevrouw op 078 555 10 20.\n\nMet vriendelijke groet,\nNoor van Beek, zorgmarinier\n078 555 10 20"),
            Some("078 555 10 20")
        );
        assert_eq!(phone("Groet,\nNoor\nTel.: +31 (0)78 555 10 20 | n@voorbeeld.nl"), Some("+31 (0)78 555 10 20"));
        assert_eq!(phone("078 555 10 20\nGroet, Noor"), None);
        assert_eq!(phone("Groet,\nNoor\nbereikbaar na 078 555 10 20"), None);
        assert_eq!(phone("Groet,\nNoor\nBSN 999990019"), None);
    }
}
