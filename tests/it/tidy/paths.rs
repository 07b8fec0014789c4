//! Reads the paths out of a Rust source: `use` trees and paths in code, comments, texts and test modules aside.
//!
//! Not a parser of Rust: enough of its tokens to see who names whom.

/// Every path a source names, as segments, with `self`, `super` and `crate` resolved against the module it stands in.
pub fn paths(source: &str, module: &[&str]) -> Vec<Vec<String>> {
    let tokens = without_tests(tokens(&without_comments(source)));
    let mut found = vec![];
    let mut at = 0;
    while at < tokens.len() {
        if is_word(&tokens[at]) && (at == 0 || tokens[at - 1] != "::") {
            at = path(&tokens, at, &mut vec![], &mut found);
        } else {
            at += 1;
        }
    }
    found.into_iter().map(|path| resolve(path, module)).collect()
}

/// The source with comments and the insides of texts and characters taken out.
pub fn without_comments(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(length) = raw_text(rest) {
            out.push_str("\"\"");
            length
        } else if first == '"' {
            out.push_str("\"\"");
            quoted(rest)
        } else if first == '\'' {
            character(rest)
        } else {
            0
        };
        if skipped > 0 {
            rest = &rest[skipped..];
            continue;
        }
        out.push(first);
        rest = &rest[first.len_utf8()..];
        // An r at the end of a word does not start a raw text.
        if first.is_alphanumeric() || first == '_' {
            let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            out.push_str(&rest[..word]);
            rest = &rest[word..];
        }
    }
    out
}

fn raw_text(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    let body = after[hashes..].strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    let end = body.find(&close)? + close.len();
    Some(rest.len() - body.len() + end)
}

fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The length of a character literal; 0 for a lifetime.
fn character(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match chars.next() {
        Some((_, '\\')) => rest[2..].char_indices().skip(1).find(|(_, c)| *c == '\'').map_or(0, |(at, _)| at + 3),
        Some(_) => chars.next().filter(|(_, c)| *c == '\'').map_or(0, |(at, _)| at + 1),
        None => 0,
    }
}

fn tokens(source: &str) -> Vec<String> {
    let mut tokens = vec![];
    let mut rest = source.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = if first.is_alphanumeric() || first == '_' {
            rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        tokens.push(rest[..length].to_owned());
        rest = rest[length..].trim_start();
    }
    tokens
}

/// Leaves out every item under `#[cfg(test)]`.
fn without_tests(tokens: Vec<String>) -> Vec<String> {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut out = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at..].iter().zip(MARK).filter(|(token, mark)| token == mark).count() < MARK.len() {
            out.push(tokens[at].clone());
            at += 1;
            continue;
        }
        let mut depth = 0;
        at += MARK.len();
        while at < tokens.len() {
            match tokens[at].as_str() {
                "{" => depth += 1,
                "}" => depth -= 1,
                _ => {}
            }
            let ends = depth == 0 && matches!(tokens[at].as_str(), "}" | ";");
            at += 1;
            if ends {
                break;
            }
        }
    }
    out
}

/// Reads one path or `use` tree from `at`; returns where it ends.
fn path(tokens: &[String], mut at: usize, prefix: &mut Vec<String>, found: &mut Vec<Vec<String>>) -> usize {
    let depth = prefix.len();
    loop {
        match tokens.get(at).map(String::as_str) {
            Some("{") if !prefix.is_empty() => {
                at += 1;
                while tokens.get(at).is_some_and(|token| token != "}") {
                    at = if is_word(&tokens[at]) { path(tokens, at, prefix, found) } else { at + 1 };
                }
                at += 1;
                break;
            }
            Some(word) if is_word(word) => {
                prefix.push(word.to_owned());
                at += 1;
                if tokens.get(at).is_none_or(|token| token != "::") {
                    found.push(prefix.clone());
                    break;
                }
                at += 1;
            }
            _ => {
                found.push(prefix.clone());
                break;
            }
        }
    }
    prefix.truncate(depth);
    at
}

fn is_word(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

fn resolve(path: Vec<String>, module: &[&str]) -> Vec<String> {
    let mut base: Vec<String> = module.iter().map(|name| (*name).to_owned()).collect();
    let own = |base: &[String]| ["crate".to_owned()].into_iter().chain(base.iter().cloned()).collect::<Vec<_>>();
    match path[0].as_str() {
        "self" => own(&base).into_iter().chain(path[1..].iter().cloned()).collect(),
        "super" => {
            let supers = path.iter().take_while(|segment| *segment == "super").count();
            base.truncate(base.len().saturating_sub(supers));
            own(&base).into_iter().chain(path[supers..].iter().cloned()).collect()
        }
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use super::paths;

    fn joined(source: &str, module: &[&str]) -> Vec<String> {
        paths(source, module).into_iter().filter(|path| path.len() > 1).map(|path| path.join("::")).collect()
    }

    #[test]
    fn reads_trees_and_plain_paths() {
        assert_eq!(
            joined("use crate::{api::{path, problem::Code}, tui::app};\nfn f() { tokio::spawn(x) }", &["cli"]),
            ["crate::api::path", "crate::api::problem::Code", "crate::tui::app", "tokio::spawn"]
        );
    }

    #[test]
    fn resolves_what_is_relative() {
        assert_eq!(
            joined("use super::shell; use self::a; super::super::server::start();", &["tui", "view"]),
            ["crate::tui::shell", "crate::tui::view::a", "crate::server::start"]
        );
    }

    #[test]
    fn comments_texts_and_tests_do_not_count() {
        let source = r##"
            // tokio::spawn
            /* sqlx::query */
            const A: &str = "axum::Router \" crate::server"; const B: char = '"'; const C: &str = r#"crate::tui "x" "#;
            fn f<'a>(x: &'a str) -> std::io::Result<()> { x.split('\'') }
            #[cfg(test)]
            mod tests { use crate::server; fn g() { crate::cli::run() } }
            #[cfg(test)]
            mod other;
            use crate::domain::text;
        "##;
        assert_eq!(joined(source, &["api"]), ["std::io::Result", "crate::domain::text"]);
    }
}
