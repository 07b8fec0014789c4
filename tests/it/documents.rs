//! The documents agree with the code: every problem is listed, every link between them leads somewhere.

use std::{fs, path::Path};

use loket::api::problem::Code;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn every_problem_is_listed_with_its_status_and_exit_code() {
    let document = fs::read_to_string(Path::new(ROOT).join("docs/api.md")).unwrap();
    let missing: Vec<&str> = Code::ALL
        .iter()
        .filter(|code| !document.contains(&format!("\n| `{}` | {} | {} | ", code.code(), code.status(), code.exit())))
        .map(|code| code.code())
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
    let rows = document.lines().filter(|line| line.starts_with("| `")).count();
    assert_eq!(rows, Code::ALL.len(), "a problem that no longer exists is listed");
}

#[test]
fn every_link_between_documents_leads_somewhere() {
    let mut missing = vec![];
    for name in ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"]
        .into_iter()
        .map(String::from)
        .chain(
            fs::read_dir(Path::new(ROOT).join("docs"))
                .unwrap()
                .map(|entry| format!("docs/{}", entry.unwrap().file_name().display())),
        )
        .filter(|name| name.ends_with(".md"))
    {
        let path = Path::new(ROOT).join(&name);
        let text = fs::read_to_string(&path).unwrap();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let target = target.split('#').next().unwrap_or_default();
            // Pictures are made from the running program and come last.
            let is_picture = target.ends_with(".png");
            if !target.is_empty() && !is_picture && !target.contains("://") && !path.parent().unwrap().join(target).exists() {
                missing.push(format!("{name}: {target}"));
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn the_page_of_policies_is_current() {
    let made = loket::cli::policy::document();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/policy.md");
    if std::env::var_os("LOKET_WRITE").is_some() {
        std::fs::write(path, &made).unwrap();
    }
    assert!(
        std::fs::read_to_string(path).unwrap_or_default() == made,
        "docs/policy.md is not current: LOKET_WRITE=1 tests/run documents"
    );
}

#[test]
fn the_page_of_keys_is_current() {
    let made = loket::cli::keys::document(&loket::locale::Texts::new(loket::locale::Language::English));
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/keys.md");
    if std::env::var_os("LOKET_WRITE").is_some() {
        std::fs::write(path, &made).unwrap();
    }
    assert!(
        std::fs::read_to_string(path).unwrap_or_default() == made,
        "docs/keys.md is not current: LOKET_WRITE=1 tests/run documents"
    );
}

#[test]
fn the_page_of_settings_is_current() {
    let made = loket::cli::config::document(&loket::locale::Texts::new(loket::locale::Language::English));
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/configuration.md");
    if std::env::var_os("LOKET_WRITE").is_some() {
        std::fs::write(path, &made).unwrap();
    }
    assert!(
        std::fs::read_to_string(path).unwrap_or_default() == made,
        "docs/configuration.md is not current: LOKET_WRITE=1 tests/run documents"
    );
}

#[test]
fn the_table_of_rules_is_current() {
    use loket::domain::term::{
        arithmetic::Basis,
        rule::{Certainty, Span},
        rules::RULES,
    };
    let mut table =
        "\n| code | act | from | length | Atw | certain | in force | source |\n|---|---|---|---|---|---|---|---|\n".to_owned();
    for rule in RULES {
        let length = match rule.span {
            Span::Exactly(length) => length.to_string(),
            Span::AtMost(length) => format!("at most {length}"),
            Span::Free => "any".into(),
            Span::None => "none".into(),
        };
        let atw = if rule.basis == Basis::Statutory { "yes" } else { "no" };
        let certain = if rule.certainty == Certainty::Certain { "yes" } else { "to be confirmed" };
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let force = format!("{} – {}", day(rule.valid_from), day(rule.valid_to));
        let (code, label, trigger, source) = (rule.code, rule.label(), rule.trigger, rule.source);
        table += &format!("| `{code}` | {label} | {trigger} | {length} | {atw} | {certain} | {force} | {source} |\n");
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/terms.md");
    let page = fs::read_to_string(path).unwrap();
    let (before, rest) = page.split_once("<!-- rules -->\n").unwrap();
    let (_, after) = rest.split_once("<!-- end -->").unwrap();
    let made = format!("{before}<!-- rules -->\n{table}\n<!-- end -->{after}");
    if std::env::var_os("LOKET_WRITE").is_some() {
        fs::write(path, &made).unwrap();
    }
    assert!(fs::read_to_string(path).unwrap() == made, "docs/terms.md is not current: LOKET_WRITE=1 tests/run documents");
}
