//! From bytes to text: UTF-8 with or without byte order mark, UTF-16 in either order, and Windows-1252 for the rest.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text of a file.
#[derive(Debug)]
pub(super) struct Decoded {
    /// Without byte order mark.
    pub text: String,
    /// Some bytes were no text in the file's encoding: each stands as U+FFFD in `text`.
    pub damaged: bool,
}

/// Tells the encoding and decodes.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf_8(rest),
        [0xff, 0xfe, rest @ ..] => with(UTF_16LE, rest),
        [0xfe, 0xff, rest @ ..] => with(UTF_16BE, rest),
        _ => match utf_16_without_mark(bytes) {
            Some(encoding) => with(encoding, bytes),
            None if std::str::from_utf8(bytes).is_ok() || is_damaged_utf_8(bytes) => utf_8(bytes),
            None => with(WINDOWS_1252, bytes),
        },
    }
}

fn utf_8(bytes: &[u8]) -> Decoded {
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded { text: text.to_owned(), damaged: false },
        Err(_) => Decoded { text: String::from_utf8_lossy(bytes).into_owned(), damaged: true },
    }
}

fn with(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: text.into_owned(), damaged }
}

/// In UTF-16, the Latin letters and digits of a table have a zero in every second byte.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(4096)];
    let (pairs, _) = start.as_chunks::<2>();
    if pairs.len() < 2 {
        return None;
    }
    let zeros = |at: usize| pairs.iter().filter(|pair| pair[at] == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let most = |many: usize, few: usize| many * 10 >= pairs.len() * 6 && few * 10 < pairs.len();
    if most(second, first) {
        Some(UTF_16LE)
    } else if most(first, second) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// More whole multi-byte characters than broken ones: UTF-8 with damage, not Windows-1252 (which would turn `ú` into `Ãº`).
fn is_damaged_utf_8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > broken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_gives_the_same_letters() {
        let text = "naam;gemeente\r\nH. Çelik;Súdwest-Fryslân € 5\r\n";
        let wide = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        let (western, _, lost) = WINDOWS_1252.encode(text);
        assert!(!lost);
        let variants: Vec<Vec<u8>> = vec![
            text.into(),
            [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            western.into_owned(),
            wide(u16::to_le_bytes),
            wide(u16::to_be_bytes),
            [b"\xff\xfe".to_vec(), wide(u16::to_le_bytes)].concat(),
            [b"\xfe\xff".to_vec(), wide(u16::to_be_bytes)].concat(),
        ];
        for bytes in variants {
            let decoded = decode(&bytes);
            assert_eq!((decoded.text.as_str(), decoded.damaged), (text, false), "{:x?}", &bytes[..6]);
        }
    }

    #[test]
    fn one_bad_byte_does_not_spoil_the_other_accents() {
        let decoded = decode(b"S\xc3\xbadwest-Frysl\xc3\xa2n \xff");
        assert_eq!(decoded.text, "Súdwest-Fryslân \u{fffd}");
        assert!(decoded.damaged);
    }
}
