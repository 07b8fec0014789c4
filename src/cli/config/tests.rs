//! Layers, origins, and faults with their places.

use std::collections::HashMap;

use super::{registry::Values, *};
use crate::locale::Texts;

fn load(user: &str, system: &str, variables: &[(&str, &str)], flags: &Flags) -> (Config, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
    let places = Places { system: Some(folder.path().join("system.toml")), user: Some(folder.path().join("user.toml")) };
    for (path, text) in [(&places.user, user), (&places.system, system)] {
        if let Some(path) = path {
            std::fs::write(path, text).unwrap_or_else(|error| panic!("{error}"));
        }
    }
    let variables: HashMap<String, String> = variables.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect();
    (Config::load(&places, |name| variables.get(name).cloned(), flags), folder)
}

#[test]
fn each_layer_wins_from_the_one_below_and_says_so() {
    let system = "server = 'https://a'\ntheme = 'a'\nkeymap = 'a'\nlanguage = 'en'\n";
    let user = "theme = 'b'\nkeymap = 'b'\n[keys]\n'g i' = 'inbox'\n";
    let flags = Flags { keymap: Some("d".into()), ..Flags::default() };
    let (config, folder) = load(user, system, &[("LOKET_THEME", "c"), ("LOKET_KEYMAP", "c"), ("LANG", "nl_NL.UTF-8")], &flags);
    assert_eq!(config.faults, vec![]);
    assert_eq!(config.server.origin, Origin::System(folder.path().join("system.toml")));
    assert_eq!((config.theme.value.as_deref(), config.theme.origin.clone()), (Some("c"), Origin::Environment("LOKET_THEME")));
    assert_eq!((config.keymap.value.as_deref(), config.keymap.origin.clone()), (Some("d"), Origin::Flag("--keymap")));
    assert_eq!(config.language.value, Language::English);
    assert_eq!(config.keys.len(), 1);
}

#[test]
fn the_language_of_the_system_is_the_weakest_wish() {
    let none = Flags::default();
    for (variables, user, language) in [
        (vec![], "", Language::Dutch),
        (vec![("LANG", "C.UTF-8")], "", Language::Dutch),
        (vec![("LANG", "en_US.UTF-8")], "", Language::English),
        (vec![("LANG", "en_US.UTF-8"), ("LC_ALL", "nl_NL.UTF-8")], "", Language::Dutch),
        (vec![("LANG", "en_US.UTF-8")], "language = 'nl'", Language::Dutch),
        (vec![("LANG", "en_US.UTF-8"), ("LOKET_LANGUAGE", "en")], "language = 'nl'", Language::English),
    ] {
        assert_eq!(load(user, "", &variables, &none).0.language.value, language, "{variables:?} {user}");
    }
}

#[test]
fn a_fault_names_its_place_and_the_rest_counts() {
    let user = "server = 'https://a'\nlangage = 'en'\ntheme = 5\nlanguage = 'de'\n";
    let (config, _folder) = load(user, "", &[], &Flags::default());
    assert_eq!(config.server.value.as_deref(), Some("https://a"));
    assert_eq!((config.theme.value.clone(), config.language.value), (None, Language::Dutch));
    let texts = Texts::new(Language::Dutch);
    let mut found: Vec<_> =
        config.faults.iter().map(|fault| (fault.line, fault.column, fault.say(&texts).into_string())).collect();
    found.sort();
    assert_eq!(
        found,
        [
            (Some(2), Some(1), "De instelling \"langage\" bestaat niet. Bedoelt u \"language\"?".into()),
            (Some(3), Some(9), "De instelling \"theme\" moet tekst tussen aanhalingstekens zijn.".into()),
            (Some(4), Some(12), "De instelling \"language\" is \"nl\" of \"en\".".into()),
        ]
    );
    let report = config.faults[0].report(&texts);
    assert!(report.as_str().contains("user.toml:") && report.as_str().contains('│'), "{report}");
}

#[test]
fn a_broken_file_is_left_out_and_told() {
    let (config, _folder) = load("server = 'https://a\n\u{1b}]52;c;AAAA\u{7}", "server = 'https://b'", &[], &Flags::default());
    assert_eq!(config.server.value.as_deref(), Some("https://b"));
    let texts = Texts::new(Language::English);
    assert_eq!(config.faults.first().and_then(|fault| fault.line), Some(1));
    for fault in &config.faults {
        assert!(!fault.report(&texts).as_str().contains('\u{1b}'));
    }
}

#[test]
fn the_default_file_sets_nothing_and_is_sound() {
    for language in Language::ALL {
        let file = default_file(&Texts::new(*language));
        let (config, _folder) = load(&file, "", &[], &Flags::default());
        assert_eq!((config.faults, config.values), (vec![], Values::unset()));
        // Every line that is switched on is sound too, and is the default where there is one.
        let on: String = file
            .lines()
            .map(|line| format!("{}\n", line.strip_prefix('#').filter(|rest| !rest.starts_with(' ')).unwrap_or(line)))
            .collect();
        let (config, _folder) = load(&on, "", &[], &Flags::default());
        assert_eq!(config.faults, vec![], "{on}");
        for entry in registry::ENTRIES {
            let (value, origin) = config.shown(entry.name).expect("a setting");
            assert!(matches!(origin, Origin::User(_)), "{}", entry.name);
            assert!((entry.default)().is_none_or(|default| Some(default) == value), "{}", entry.name);
        }
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
    #[test]
    fn no_text_panics(text in "[a-z=\\[\\]\"'\\n #é.{}0-9_]{0,120}") {
        let mut config = Config::load(&Places::default(), |_| None, &Flags::default());
        config.lay_over(Path::new("x"), &text, &Origin::Default, None);
        for fault in config.faults {
            fault.report(&Texts::new(Language::Dutch));
        }
    }
}

#[test]
fn every_setting_has_a_text_a_variable_of_its_name_and_is_read_from_it() {
    for language in Language::ALL {
        let texts = Texts::new(*language);
        for entry in registry::ENTRIES {
            assert!(texts.has(&format!("setting-{}", entry.name)), "{language}: {}", entry.name);
        }
    }
    for entry in registry::ENTRIES {
        assert_eq!(entry.variable, format!("LOKET_{}", entry.name.to_uppercase()));
        let example = entry.shown();
        let (config, _folder) = load("", "", &[(entry.variable, example.trim_matches('"'))], &Flags::default());
        assert_eq!(config.faults, vec![]);
        assert_eq!(config.shown(entry.name).map(|(_, origin)| origin.clone()), Some(Origin::Environment(entry.variable)));
    }
}

#[test]
fn a_value_of_another_shape_is_told_and_the_default_stays() {
    let texts = Texts::new(Language::English);
    for (line, said) in [
        ("borders = 'asci'", "The setting \"borders\" is \"auto\", \"unicode\" or \"ascii\". Did you mean \"ascii\"?"),
        ("hints_delay_ms = -1", "The setting \"hints_delay_ms\" is a whole number from 0 to 60000."),
        ("hints_delay_ms = 60_001", "The setting \"hints_delay_ms\" is a whole number from 0 to 60000."),
        ("lock_after_minutes = '5'", "The setting \"lock_after_minutes\" is a whole number from 0 to 60000."),
        ("read_only = 'yes'", "read_only is true or false."),
        ("keys = 3", "\"keys\" must be a table: [keys]."),
    ] {
        let (config, _folder) = load(line, "", &[], &Flags::default());
        let found: Vec<String> = config.faults.iter().map(|fault| fault.say(&texts).into_string()).collect();
        assert_eq!(found, [said]);
        assert_eq!(config.values, Values::unset());
    }
    let (config, _folder) = load("hints_delay_ms = 0x96", "", &[("LOKET_BORDERS", "x")], &Flags::default());
    assert_eq!((config.hints_delay_ms.value, config.faults.len()), (150, 1));
}

#[test]
fn the_schema_knows_every_setting_and_the_default_file_fits_it() {
    let schema = schema(&Texts::new(Language::Dutch));
    for entry in registry::ENTRIES {
        let property = &schema["properties"][entry.name];
        assert!(property["description"].as_str().is_some_and(|text| text.len() > 8), "{}", entry.name);
        let default = &property["default"];
        let good = match property["type"].as_str() {
            Some("integer") => default.is_u64(),
            Some("boolean") => default.is_boolean(),
            Some("string") => default.is_string() || property["examples"][0].is_string(),
            _ => false,
        };
        assert!(good, "{}: {property}", entry.name);
    }
    assert!(schema["properties"]["keys"]["properties"]["signal"]["properties"]["claim"].is_object());
}
