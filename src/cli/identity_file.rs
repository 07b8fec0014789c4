//! The file that says at which provider people sign in and who its users are here. Unlike other files it has no defaults to fall back on:
//! with a mistake in it nobody is let in by it.

use std::{collections::BTreeMap, ops::Range, path::Path};

use reqwest::Url;
use toml::de::{DeTable, DeValue};

use super::{config::Fault, interface::told, text_file};
use crate::{
    domain::{loopback::is_loopback, nearness::nearest, organisation, role::Role},
    server::{
        identity::{Algorithm, Mapping, Provider, Rule, USUAL, known_organisation},
        tokens::DESK_ORGANISATION,
    },
    tui::app::mistake::Mistake,
};

/// The keys of the file.
const KEYS: [&str; 10] = [
    "issuer",
    "audience",
    "device_client",
    "browser_client",
    "other_clients",
    "scopes",
    "algorithms",
    "claims",
    "organisations",
    "role",
];

/// The keys of `[claims]`.
const CLAIMS: [&str; 2] = ["name", "organisation"];

/// The keys of a `[[role]]`.
const ROLE: [&str; 4] = ["claim", "has", "role", "organisation"];

/// Reads the file; with a mistake in it there is no provider.
pub(super) fn read(path: &Path) -> Result<Provider, Vec<Fault>> {
    let source = text_file::read(path).map_err(|error| vec![Fault::unreadable(path, &error)])?;
    provider(&source).map_err(|mistakes| mistakes.into_iter().map(|mistake| told(path, &source, mistake)).collect())
}

fn provider(source: &str) -> Result<Provider, Vec<Mistake>> {
    let (file, errors) = DeTable::parse_recoverable(source);
    if let Some(error) = errors.iter().min_by_key(|error| error.span().map_or(0, |span| span.start)) {
        return Err(vec![Mistake::new(error.span().unwrap_or(0..0), "identity-broken", [("detail", error.message())])]);
    }
    let mut reader = Reader::default();
    let file = file.get_ref();
    reader.known(file, &KEYS);
    let list = |reader: &mut Reader, name: &str| reader.texts(file, name);
    let clients = list(&mut reader, "other_clients").unwrap_or_default();
    let scopes = list(&mut reader, "scopes");
    let algorithms = reader.algorithms(file);
    let made = Provider {
        issuer: reader.needed(file, 0..0, "issuer"),
        audience: reader.needed(file, 0..0, "audience"),
        device_client: reader.text(file, "device_client"),
        browser_client: reader.text(file, "browser_client"),
        other_clients: clients,
        scopes: scopes.unwrap_or_else(|| ["openid", "offline_access", "profile"].map(Into::into).into()),
        algorithms: algorithms.unwrap_or_else(|| USUAL.to_vec()),
        mapping: reader.mapping(file),
    };
    let is_safe = Url::parse(&made.issuer).is_ok_and(|url| {
        let host = url.host_str().unwrap_or_default();
        let is_protected = url.scheme() == "https" && !host.is_empty() || url.scheme() == "http" && is_loopback(host);
        let is_bare = url.username().is_empty() && url.password().is_none() && url.query().is_none() && url.fragment().is_none();
        is_protected && is_bare
    });
    if !made.issuer.is_empty() && !is_safe {
        reader.wrong(span_of(file, "issuer"), "identity-issuer", &[("given", &made.issuer)]);
    }
    if made.clients().next().is_none() {
        reader.wrong(0..0, "identity-no-client", &[]);
    }
    if made.mapping.roles.is_empty() {
        reader.wrong(0..0, "identity-no-role", &[]);
    }
    reader.mistakes.sort_by_key(|mistake| mistake.span.start);
    if reader.mistakes.is_empty() { Ok(made) } else { Err(reader.mistakes) }
}

fn span_of(table: &DeTable<'_>, name: &str) -> Range<usize> {
    table.get(name).map_or(0..0, toml::Spanned::span)
}

#[derive(Default)]
struct Reader {
    mistakes: Vec<Mistake>,
}

impl Reader {
    fn wrong(&mut self, span: Range<usize>, key: &'static str, values: &[(&'static str, &str)]) {
        let values = values.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        self.mistakes.push(Mistake { span, key, values });
    }

    /// A key that does not exist is a mistake: what was meant by it does not hold.
    fn known(&mut self, table: &DeTable<'_>, keys: &[&str]) {
        for key in table.keys().filter(|key| !keys.contains(&key.get_ref().as_ref())) {
            let name = key.get_ref().as_ref();
            let near = nearest(name, keys.iter().copied()).unwrap_or("none");
            self.wrong(key.span(), "identity-unknown-key", &[("key", name), ("near", near)]);
        }
    }

    fn text(&mut self, table: &DeTable<'_>, name: &str) -> Option<String> {
        let value = table.get(name)?;
        let text = value.get_ref().as_str().map(str::trim).filter(|text| !text.is_empty());
        if text.is_none() {
            self.wrong(value.span(), "identity-not-text", &[("key", name)]);
        }
        text.map(Into::into)
    }

    fn needed(&mut self, table: &DeTable<'_>, at: Range<usize>, name: &str) -> String {
        if !table.contains_key(name) {
            self.wrong(at, "identity-missing", &[("key", name)]);
        }
        self.text(table, name).unwrap_or_default()
    }

    fn texts(&mut self, table: &DeTable<'_>, name: &str) -> Option<Vec<String>> {
        let value = table.get(name)?;
        let texts = match value.get_ref() {
            DeValue::Array(list) => list.iter().map(|one| one.get_ref().as_str().map(str::to_owned)).collect(),
            _ => None,
        };
        if texts.is_none() {
            self.wrong(value.span(), "identity-not-list", &[("key", name)]);
        }
        texts
    }

    fn algorithms(&mut self, table: &DeTable<'_>) -> Option<Vec<Algorithm>> {
        let named = self.texts(table, "algorithms")?;
        let mut algorithms = vec![];
        for name in &named {
            match Algorithm::from_code(name) {
                Some(algorithm) => algorithms.push(algorithm),
                None => {
                    let known: Vec<&str> = Algorithm::ALL.iter().map(|one| one.code()).collect();
                    let values = [("given", name.as_str()), ("known", &known.join(", "))];
                    self.wrong(span_of(table, "algorithms"), "identity-algorithm", &values);
                }
            }
        }
        if named.is_empty() {
            self.wrong(span_of(table, "algorithms"), "identity-not-list", &[("key", "algorithms")]);
        }
        Some(algorithms)
    }

    fn mapping(&mut self, file: &DeTable<'_>) -> Mapping {
        let (mut name, mut organisation) = (None, None);
        if let Some(claims) = self.table(file, "claims") {
            self.known(claims, &CLAIMS);
            name = self.text(claims, "name");
            organisation = self.text(claims, "organisation");
        }
        let mut organisations = BTreeMap::new();
        if let Some(table) = self.table(file, "organisations") {
            for (key, value) in table {
                let code = value.get_ref().as_str().unwrap_or_default();
                if let Some(code) = self.organisation(value.span(), code) {
                    organisations.insert(key.get_ref().to_string(), code);
                }
            }
        }
        let roles = match file.get("role").map(|value| (value.span(), value.get_ref())) {
            Some((_, DeValue::Array(list))) => list.iter().filter_map(|one| self.rule(one)).collect(),
            Some((span, _)) => {
                self.wrong(span, "identity-not-list", &[("key", "role")]);
                vec![]
            }
            None => vec![],
        };
        Mapping {
            name: name.unwrap_or_else(|| "name".into()),
            organisation: organisation.unwrap_or_else(|| "organisation".into()),
            organisations,
            roles,
        }
    }

    fn table<'t, 'a>(&mut self, file: &'t DeTable<'a>, name: &str) -> Option<&'t DeTable<'a>> {
        let value = file.get(name)?;
        match value.get_ref() {
            DeValue::Table(table) => Some(table),
            _ => {
                self.wrong(value.span(), "identity-not-table", &[("key", name)]);
                None
            }
        }
    }

    fn rule(&mut self, one: &toml::Spanned<DeValue<'_>>) -> Option<Rule> {
        let DeValue::Table(table) = one.get_ref() else {
            self.wrong(one.span(), "identity-not-table", &[("key", "role")]);
            return None;
        };
        self.known(table, &ROLE);
        let (claim, has) = (self.needed(table, one.span(), "claim"), self.needed(table, one.span(), "has"));
        let code = self.needed(table, one.span(), "role");
        let role = Role::from_code(&code).filter(|role| role.is_of_people());
        if role.is_none() && !code.is_empty() {
            let known = Role::ALL.iter().filter(|role| role.is_of_people()).map(|role| role.code());
            let near = nearest(&code, known.clone()).unwrap_or("none");
            let all = known.collect::<Vec<_>>().join(", ");
            self.wrong(span_of(table, "role"), "identity-role", &[("given", &code), ("near", near), ("known", &all)]);
        }
        let organisation = self.text(table, "organisation").and_then(|code| {
            let span = span_of(table, "organisation");
            self.organisation(span, &code)
        });
        Some(Rule { claim, has, role: role?, organisation })
    }

    fn organisation(&mut self, span: Range<usize>, code: &str) -> Option<String> {
        let known = known_organisation(code);
        if known.is_none() {
            let all = organisation::all();
            let codes = all.iter().map(|one| one.code.as_str()).chain([DESK_ORGANISATION]);
            let near = nearest(code, codes).unwrap_or("none");
            self.wrong(span, "identity-organisation", &[("given", code), ("near", near)]);
        }
        known
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "issuer = 'https://id.example'\naudience = 'urn:loket:api'\ndevice_client = 'loket-tui'\n\
        [claims]\norganisation = 'org.code'\n[organisations]\n'Gemeente Utrecht' = 'gm0344'\n\
        [[role]]\nclaim = 'realm_access.roles'\nhas = 'loket'\nrole = 'desk'\norganisation = 'lmm'\n\
        [[role]]\nclaim = 'roles'\nhas = 'gemeente'\nrole = 'municipal'\n";

    #[test]
    fn a_file_without_mistakes_is_a_provider() {
        let provider = provider(GOOD).unwrap();
        assert_eq!((provider.issuer.as_str(), provider.scopes.len()), ("https://id.example", 3));
        assert_eq!((provider.algorithms.as_slice(), provider.mapping.name.as_str()), (USUAL, "name"));
        assert_eq!(provider.mapping.organisations.get("Gemeente Utrecht").map(String::as_str), Some("GM0344"));
        let roles: Vec<_> = provider.mapping.roles.iter().map(|rule| (rule.role, rule.organisation.as_deref())).collect();
        assert_eq!(roles, [(Role::Desk, Some("LMM")), (Role::Municipal, None)]);
    }

    #[test]
    fn a_mistake_is_told_at_its_place_and_leaves_no_provider() {
        for (from, to, key, place) in [
            ("https://id.example", "http://id.example", "identity-issuer", "'http://id.example'"),
            ("https://id.example", "http://127.0.0.1.example", "identity-issuer", "'http://127.0.0.1.example'"),
            ("device_client", "divice_client", "identity-unknown-key", "divice_client"),
            ("'desk'", "'desck'", "identity-role", "'desck'"),
            ("'gm0344'", "'gm344'", "identity-organisation", "'gm344'"),
            ("'lmm'", "7", "identity-not-text", "7"),
            ("has = 'loket'\n", "", "identity-missing", "[[role]]"),
            ("[claims]\n", "algorithms = ['none']\n[claims]\n", "identity-algorithm", "['none']"),
            ("[claims]\n", "algorithms = ['HS256', 'RS256']\n[claims]\n", "identity-algorithm", "['HS256', 'RS256']"),
            ("[claims]\n", "algorithms = []\n[claims]\n", "identity-not-list", "[]"),
            ("[claims]\n", "claims = 3\n[other]\n", "identity-not-table", "3"),
            ("issuer = 'https://id.example'\n", "", "identity-missing", ""),
        ] {
            let source = GOOD.replacen(from, to, 1);
            let mistakes = provider(&source).unwrap_err();
            let told: Vec<(&str, &str)> = mistakes.iter().map(|one| (one.key, &source[one.span.clone()])).collect();
            assert!(told.iter().any(|(k, at)| *k == key && at.starts_with(place)), "{to}: {told:?}");
        }
        assert_eq!(provider("issuer = ").unwrap_err()[0].key, "identity-broken");
        let bare = "issuer = 'http://127.0.0.1:9410'\naudience = 'x'\n";
        let keys: Vec<&str> = provider(bare).unwrap_err().iter().map(|one| one.key).collect();
        assert_eq!(keys, ["identity-no-client", "identity-no-role"]);
    }
}
