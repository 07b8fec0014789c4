//! What is written about the settings, made from their table: the commented default file, loket.toml(5), and
//! `docs/configuration.md`.

use roff::{Roff, bold, italic, roman};

use super::{
    KEYS, SYSTEM_FILE,
    registry::ENTRIES,
    setting::{Entry, MOST, Shape},
};
use crate::{
    locale::{Texts, Value},
    tui::{
        app::{keymap::SHIPPED as KEYMAPS, wrap::wrap},
        view::theme::SHIPPED as THEMES,
    },
};

/// Columns of a comment in the default file.
const WIDTH: usize = 96;

/// An example of a table `[keys]`.
const KEYS_EXAMPLE: &str = "[keys.global]\nlookup = [\"@\", \"F4\"]";

/// The commented file to begin with: nobody sets anything in it.
pub fn default_file(texts: &Texts) -> String {
    let mut out = comment(&texts.with("config-file-head", &[("system", SYSTEM_FILE.into())]));
    for entry in ENTRIES {
        out.push('\n');
        out.push_str(&comment(&format!("{} {}", meaning(entry, texts), takes(entry, texts))));
        out.push_str(&format!("#{} = {}\n", entry.name, entry.shown()));
    }
    out.push('\n');
    out.push_str(&comment(&texts.get("setting-keys")));
    out.extend(KEYS_EXAMPLE.lines().map(|line| format!("#{line}\n")));
    out
}

/// The page `docs/configuration.md`.
pub fn document(texts: &Texts) -> String {
    let mut out = String::from(HEAD);
    for entry in ENTRIES {
        let default = (entry.default)().map_or_else(|| "none".to_owned(), |default| format!("`{default}`"));
        out.push_str(&format!(
            "\n## `{}`\n\n{} {}\n\nDefault: {default}. Variable: `{}`. Since {}.\n",
            entry.name,
            meaning(entry, texts),
            takes(entry, texts),
            entry.variable,
            entry.since
        ));
    }
    out.push_str(&format!("\n## `[{KEYS}]`\n\n{}\n\n```toml\n{KEYS_EXAMPLE}\n```\n", texts.get("setting-keys")));
    out
}

const HEAD: &str = "# Configuration\n\n\
    Made from the table of settings by `LOKET_WRITE=1 tests/run documents`; a test fails when it is not current.\n\n\
    An option of the command counts before a variable `LOKET_...`, that before the file of the user\n\
    (`$XDG_CONFIG_HOME/loket/config.toml`, or `~/.config/loket/config.toml`), that before the file of the machine\n\
    (`/etc/loket/config.toml`), and that before the default. A mistake in a file never stops loket: it is told with its line and\n\
    what was probably meant, and the layer below counts for that setting.\n\n\
    What is saved while the interface runs counts at once: this file, keymaps and themes. A file with a mistake is then not taken\n\
    over: what counted before still counts, and the line is told. Another server or token counts from the next start. A folder\n\
    on another machine (NFS) is not always seen to change.\n\n\
    Where no server is set, `loket` opens a screen that sets up server, token, keys and language and tries copying and keys;\n\
    the command `setup` in the palette opens it again.\n\n\
    | command | what it does |\n|---|---|\n\
    | `loket config default` | prints a commented file to begin with, in your language |\n\
    | `loket config check` | tells every mistake in configuration, themes and keymaps, with its place; `--json` for programs |\n\
    | `loket doctor` | looks at terminal, files and server, with the next step for every fault; fit for a ticket |\n\
    | `loket config show --origin` | what counts, and where it comes from |\n\
    | `loket config set KEY VALUE` | changes one line of your file and leaves the rest of it alone |\n\
    | `loket config path` | where the files are |\n\
    | `loket config schema` | a JSON schema for editors |\n\n\
    The token itself never stands in this file: `token_file` names a file that only you can read, or the variable `LOKET_TOKEN`\n\
    holds it.\n";

/// The manual page loket.toml(5).
pub fn page(texts: &Texts) -> Vec<u8> {
    let mut page = Roff::new();
    page.control("TH", ["loket.toml", "5"]);
    page.control("SH", [texts.get("cli-man-name").as_str()]);
    page.text([roman(format!("loket.toml \\- {}", texts.get("cli-man-configuration")))]);
    page.control("SH", [texts.get("cli-man-description").as_str()]);
    page.text([roman(texts.with("config-file-head", &[("system", SYSTEM_FILE.into())]))]);
    page.control("SH", [texts.get("cli-man-settings").as_str()]);
    for entry in ENTRIES {
        page.control("TP", []);
        page.text([bold(entry.name), roman(" = "), italic(entry.shown())]);
        page.text([roman(format!("{} {}", meaning(entry, texts), takes(entry, texts)))]);
        page.text([roman(texts.with("config-variable-since", &values(entry)))]);
    }
    page.control("TP", []);
    page.text([bold(format!("[{KEYS}]"))]);
    page.text([roman(texts.get("setting-keys"))]);
    page.to_roff().into_bytes()
}

/// What a setting is for.
pub fn meaning(entry: &Entry, texts: &Texts) -> String {
    let names: Vec<&str> = match entry.name {
        "theme" => THEMES.iter().map(|(name, _)| *name).collect(),
        "keymap" => KEYMAPS.iter().map(|(name, _)| *name).collect(),
        _ => vec![],
    };
    texts.with(&format!("setting-{}", entry.name), &[("names", names.join(", ").into())])
}

/// What values it takes.
fn takes(entry: &Entry, texts: &Texts) -> String {
    match entry.shape {
        Shape::Text => texts.get("config-takes-text"),
        Shape::File => texts.get("config-takes-file"),
        Shape::Number => texts.with("config-takes-number", &[("most", MOST.into())]),
        Shape::YesNo => texts.get("config-takes-yes-or-no"),
        Shape::OneOf(words) => texts.with("config-takes-one-of", &[("words", words.join(", ").into())]),
    }
}

fn values(entry: &Entry) -> Vec<(&'static str, Value)> {
    vec![("variable", entry.variable.into()), ("since", entry.since.into())]
}

fn comment(text: &str) -> String {
    let lines = wrap(text, WIDTH);
    lines.into_iter().map(|line| format!("# {}\n", text[line].trim_end()).replace("# \n", "#\n")).collect()
}
