//! HTML to text, for a message that has nothing else. Keeps what a reader would see, on the lines where it would stand;
//! scripts, styles and comments are not text. One pass, no tree.

use mail_parser::decoders::html::add_html_token;

/// Elements that stand on lines of their own.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "br",
    "tr",
    "table",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "hr",
    "section",
    "article",
    "header",
    "footer",
    "dl",
    "dt",
    "dd",
    "address",
    "body",
    "center",
    "form",
];

/// Elements whose content nobody sees.
const HIDDEN: &[&str] = &["head", "style", "script", "template", "title", "noscript"];

/// The text of an HTML document or fragment.
pub(super) fn to_text(markup: &str) -> String {
    let mut out = Text::default();
    let mut rest = markup;
    while let Some(at) = rest.find('<') {
        out.words(&rest[..at]);
        let tag = &rest[at..];
        rest = if let Some(comment) = tag.strip_prefix("<!--") {
            comment.find("-->").map_or("", |end| &comment[end + 3..])
        } else if tag[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            element(tag, &mut out)
        } else {
            out.words("&lt;");
            &tag[1..]
        };
    }
    out.words(rest);
    out.finish()
}

/// Handles the tag at the start; gives what follows it.
fn element<'t>(tag: &'t str, out: &mut Text) -> &'t str {
    let (inside, rest) = match end_of_tag(tag) {
        Some(end) => (&tag[1..end], &tag[end + 1..]),
        None => (&tag[1..], ""),
    };
    let closing = inside.starts_with('/');
    let name: String = inside
        .trim_start_matches('/')
        .chars()
        .take(12)
        .take_while(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_ascii_lowercase();
    if !closing && HIDDEN.contains(&name.as_str()) {
        // Where one is never closed, none after it is: looked for once, however many there are.
        if !out.open.contains(&name) {
            match after_closing(rest, &name) {
                Some(rest) => return rest,
                None => out.open.push(name),
            }
        }
        return rest;
    }
    match name.as_str() {
        "p" | "table" | "blockquote" if !closing => out.paragraph(),
        "li" if !closing => out.item(),
        "td" | "th" if !closing => out.blank(),
        "br" => out.line(),
        name if BLOCKS.contains(&name) => out.fresh(),
        _ => {}
    }
    rest
}

/// Where the tag ends; a `>` inside a quoted attribute does not end it.
fn end_of_tag(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') if tag.as_bytes()[at - 1] == b'=' => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    // A quote that is never closed: the first bracket ends the tag after all.
    tag.find('>')
}

/// What follows `</name>`, if there is one.
fn after_closing<'t>(rest: &'t str, name: &str) -> Option<&'t str> {
    let bytes = rest.as_bytes();
    let mut from = 0;
    while let Some(at) = rest[from..].find("</").map(|at| from + at) {
        let end = at + 2 + name.len();
        if bytes.get(at + 2..end).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes())) {
            return Some(rest[end..].find('>').map_or("", |close| &rest[end + close + 1..]));
        }
        from = at + 2;
    }
    None
}

/// Text with collapsed blanks.
#[derive(Default)]
struct Text {
    out: String,
    blank: bool,
    /// Hidden elements that are never closed: their content is shown, so that nothing is lost.
    open: Vec<String>,
}

impl Text {
    fn words(&mut self, text: &str) {
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            if c.is_ascii_whitespace() {
                self.blank = true;
                rest = &rest[1..];
                continue;
            }
            if self.blank && !self.out.is_empty() && !self.out.ends_with(['\n', ' ']) {
                self.out.push(' ');
            }
            self.blank = false;
            let length = if c == '&' { entity(rest) } else { c.len_utf8() };
            match c {
                '&' if length > 1 => add_html_token(&mut self.out, &rest.as_bytes()[..length], false),
                c => self.out.push(c),
            }
            rest = &rest[length..];
        }
    }

    fn blank(&mut self) {
        self.blank = true;
    }

    fn line(&mut self) {
        while self.out.ends_with(' ') {
            self.out.pop();
        }
        self.blank = false;
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    fn paragraph(&mut self) {
        self.fresh();
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    fn item(&mut self) {
        self.fresh();
        self.out.push_str("- ");
    }

    /// On a new line, if not there already.
    fn fresh(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.line();
        }
    }

    fn finish(self) -> String {
        self.out.replace('\u{a0}', " ").trim().to_owned()
    }
}

/// The length of the entity that starts here, or 1 if it is only an ampersand.
fn entity(text: &str) -> usize {
    let inside = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
    let length = text.bytes().skip(1).take(32).take_while(inside).count();
    if length > 0 && text.as_bytes().get(length + 1) == Some(&b';') { length + 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::to_text;

    #[test]
    fn reads_as_a_reader_would() {
        for (markup, text) in [
            (
                "<p>Beste collega,</p><p>Mevrouw kan haar <b>document</b> niet&nbsp;verlengen.</p>",
                "Beste collega,\n\nMevrouw kan haar document niet verlengen.",
            ),
            ("<div>een</div><div>twee<br>drie</div>", "een\ntwee\ndrie"),
            ("<ul><li>huur</li><li>zorg &amp; toeslag</li></ul>", "- huur\n- zorg & toeslag"),
            ("<table><tr><td>kenmerk</td><td>K-1</td></tr></table>", "kenmerk K-1"),
            ("<style>p{color:red}</style><script>alert('<p>')</script>tekst<!-- <p>weg</p> -->", "tekst"),
            ("5 < 6 &copy; &euro;5 &onbekend; AT&T", "5 < 6 © €5 &onbekend; AT&T"),
            ("<a title=\"a>b\" href='x'>hier</a>", "hier"),
            ("<p>niet af", "niet af"),
            ("<head>nooit dicht", "nooit dicht"),
            ("&#x1b;]52;c;AAAA", "\u{1b}]52;c;AAAA"),
        ] {
            assert_eq!(to_text(markup), text, "{markup}");
        }
    }

    #[test]
    fn a_hostile_document_costs_bounded_work() {
        assert_eq!(to_text(&"<a b=\"".repeat(3000)), "");
        assert_eq!(to_text(&"<p".repeat(3000)), "");
        assert!(to_text(&"</".repeat(3000)).is_empty());
        assert_eq!(to_text(&"<style>".repeat(200_000)), "");
    }
}
