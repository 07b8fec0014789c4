//! What an editor saved, as text: by its byte order mark, else UTF-8, else Windows-1252. No bytes are guessed at further.

use encoding_rs::{Encoding, WINDOWS_1252};

/// The text, and the name of its encoding when that was not UTF-8.
pub(super) fn decode(bytes: &[u8]) -> (String, Option<&'static str>) {
    let with = |encoding: &'static Encoding, bytes: &[u8]| {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        (text.into_owned(), Some(encoding.name()))
    };
    // A mark of UTF-8 before what is no UTF-8 is no mark.
    let unmarked = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(unmarked) {
        return (text.to_owned(), None);
    }
    match Encoding::for_bom(bytes).filter(|(encoding, _)| *encoding != encoding_rs::UTF_8) {
        Some((encoding, mark)) => with(encoding, &bytes[mark..]),
        None => with(WINDOWS_1252, bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn each_encoding_gives_the_same_letters_and_is_told() {
        let text = "Çelik belde: € 5 per één\n";
        let wide =
            |mark: &[u8], order: fn(u16) -> [u8; 2]| [mark.to_vec(), text.encode_utf16().flat_map(order).collect()].concat();
        let western = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), None),
            ([b"\xef\xbb\xbf", text.as_bytes()].concat(), None),
            (western, Some("windows-1252")),
            (wide(b"\xff\xfe", u16::to_le_bytes), Some("UTF-16LE")),
            (wide(b"\xfe\xff", u16::to_be_bytes), Some("UTF-16BE")),
        ] {
            assert_eq!(decode(&bytes), (text.to_owned(), encoding), "{:x?}", &bytes[..4]);
        }
    }
}
