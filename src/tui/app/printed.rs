//! Keys as a reader sees them on the screen: arrows drawn, the space bar by its name in the reader's language. Keymaps keep the
//! names of `key`.

use super::key::{Key, KeyCode};
use crate::locale::Texts;

/// A sequence, with blanks between: `g g`, `Shift+↑`.
pub fn printed(keys: &[Key], texts: &Texts) -> String {
    keys.iter().map(|key| one(*key, texts)).collect::<Vec<_>>().join(" ")
}

fn one(key: Key, texts: &Texts) -> String {
    let drawn = match key.code {
        KeyCode::Up => "↑".to_owned(),
        KeyCode::Down => "↓".to_owned(),
        KeyCode::Left => "←".to_owned(),
        KeyCode::Right => "→".to_owned(),
        KeyCode::Char(' ') => texts.get("key-space"),
        _ => return key.to_string(),
    };
    let (whole, name) = (key.to_string(), Key::new(key.code).to_string());
    format!("{}{drawn}", whole.strip_suffix(&name).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn a_reader_sees_arrows_and_the_name_of_the_space_bar() {
        let texts = Texts::new(Language::Dutch);
        for (name, wanted) in
            [("Down", "↓"), ("Shift+Up", "Shift+↑"), ("Ctrl+Space", "Ctrl+spatie"), ("g g", "g g"), ("PgDn Right", "PgDn →")]
        {
            assert_eq!(Key::sequence(name).map(|keys| printed(&keys, &texts)), Ok(wanted.to_owned()));
        }
    }
}
