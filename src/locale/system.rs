//! What the operating system or a database says is wrong, in the reader's language. Their own words are English; the common
//! ones are known by their number. What is not known stays as it was said: never nothing.

use super::Texts;

/// Numbers of `errno` on Linux and the key of their words.
const NUMBERS: &[(i32, &str)] = &[
    (1, "system-not-permitted"),
    (2, "system-not-found"),
    (5, "system-device"),
    (13, "system-not-permitted"),
    (17, "system-exists"),
    (20, "system-no-folder"),
    (21, "system-folder"),
    (24, "system-too-many-open"),
    (28, "system-full"),
    (30, "system-read-only"),
    (32, "system-cut"),
    (36, "system-name-too-long"),
    (98, "system-address-in-use"),
    (99, "system-no-such-address"),
    (101, "system-unreachable"),
    (104, "system-cut"),
    (110, "system-timed-out"),
    (111, "system-refused"),
    (113, "system-unreachable"),
    (122, "system-full"),
];

/// Primary result codes of SQLite and the key of their words.
const SQLITE: &[(i32, &str)] = &[
    (5, "system-busy"),
    (6, "system-busy"),
    (8, "system-read-only"),
    (10, "system-device"),
    (11, "system-damaged"),
    (13, "system-full"),
    (14, "system-not-opened"),
    (23, "system-not-permitted"),
    (26, "system-no-database-file"),
];

/// Words without a number.
const WORDS: &[(&str, &str)] = &[
    ("stream did not contain valid UTF-8", "system-no-text"),
    ("invalid utf-8 sequence", "system-no-text"),
    ("incomplete utf-8 byte sequence", "system-no-text"),
    ("not a regular file", "system-no-file"),
    ("larger than 1 MiB", "system-too-large"),
    ("pool timed out", "system-timed-out"),
    ("password authentication failed", "system-wrong-password"),
    ("no password supplied", "system-wrong-password"),
    ("permission denied", "system-not-permitted"),
    ("failed to lookup address", "system-unknown-name"),
    ("the database system is starting up", "system-not-ready"),
    ("the database system is shutting down", "system-not-ready"),
    ("the disk is full", "system-full"),
];

/// What stands before the words of a database.
const PREFIXES: [&str; 5] = [
    "error communicating with database: ",
    "error returned from database: ",
    "the store cannot be used: ",
    "the store asks to try again: ",
    "the store is at fault: ",
];

impl Texts {
    /// The words of the system, known ones in this language. What stands before them (a path) stays.
    pub fn of_system(&self, said: &str) -> String {
        let mut plain = said.to_owned();
        for prefix in PREFIXES {
            plain = plain.replace(prefix, "");
        }
        match known(&plain) {
            Some((key, start)) => format!("{}{}", &plain[..start], self.get(key)),
            None => plain,
        }
    }
}

/// The key of the words, and where in the text they begin.
fn known(said: &str) -> Option<(&'static str, usize)> {
    let of = |table: &[(i32, &'static str)], number: i32| table.iter().find(|(known, _)| *known == number).map(|(_, key)| *key);
    if let Some(at) = said.rfind(" (os error ") {
        let number = said[at + 11..].split(')').next()?.parse().ok()?;
        // A path may hold ": " too; the words of the system never do.
        return Some((of(NUMBERS, number)?, said[..at].rfind(": ").map_or(0, |colon| colon + 2)));
    }
    if let Some(at) = said.find("(code: ") {
        let number: i32 = said[at + 7..].split(')').next()?.parse().ok()?;
        return Some((of(SQLITE, number & 0xff)?, at));
    }
    let (word, key) = WORDS.iter().find(|(word, _)| said.contains(word))?;
    let start = said.find(word)?;
    Some((key, said[..start].rfind(": ").map_or(0, |colon| colon + 2)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn common_words_of_the_system_are_in_both_languages() {
        for language in Language::ALL {
            let texts = Texts::new(*language);
            for (_, key) in NUMBERS.iter().chain(SQLITE) {
                assert!(texts.has(key), "{language}: {key}");
            }
            for (_, key) in WORDS {
                assert!(texts.has(key), "{language}: {key}");
            }
        }
    }

    #[test]
    fn the_words_are_replaced_and_the_path_stays() {
        let dutch = Texts::new(Language::Dutch);
        let real = std::fs::read("/bestaat: niet/x").map_err(|error| error.to_string()).err().unwrap_or_default();
        assert_eq!(dutch.of_system(&real), "het bestaat niet");
        assert_eq!(dutch.of_system(&format!("/a: b/c.db: {real}")), "/a: b/c.db: het bestaat niet");
        let refused = "error communicating with database: Connection refused (os error 111)";
        assert_eq!(dutch.of_system(refused), dutch.get("system-refused"));
        let not_opened = "/x/y.db: error returned from database: (code: 14) unable to open database file";
        assert_eq!(dutch.of_system(not_opened), "/x/y.db: het bestand kan niet worden geopend");
        let extended = "error returned from database: (code: 2570) disk I/O error";
        assert_eq!(dutch.of_system(extended), dutch.get("system-device"));
        assert_eq!(dutch.of_system("stream did not contain valid UTF-8"), "het is geen tekst in UTF-8");
    }

    #[test]
    fn what_is_not_known_stays_as_it_was_said() {
        let texts = Texts::new(Language::Dutch);
        for said in ["", "iets anders", "Odd (os error 77)", "x (os error", "(code: x) y", "(os error 2)é"] {
            assert_eq!(texts.of_system(said), said);
        }
    }
}
