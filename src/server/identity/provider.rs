//! The OpenID provider whose tokens count, and who its users are here: the content of the identity file, read and checked by whoever
//! starts the server.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::algorithm::Algorithm;
use crate::domain::{organisation, role::Role, text::RawText};

/// A provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    /// Its name: the address its metadata is found under.
    pub issuer: String,
    /// What it calls this server: a token must be for it.
    pub audience: String,
    /// What it calls the client that signs in by a code (RFC 8628).
    pub device_client: Option<String>,
    /// What it calls the client that signs in by a browser on the same machine (RFC 8252).
    pub browser_client: Option<String>,
    /// Further clients whose tokens count.
    pub other_clients: Vec<String>,
    /// What the clients ask for.
    pub scopes: Vec<String>,
    /// Signatures that count.
    pub algorithms: Vec<Algorithm>,
    /// Who its users are here.
    pub mapping: Mapping,
}

impl Provider {
    /// Every client whose tokens count.
    pub fn clients(&self) -> impl Iterator<Item = &str> {
        self.device_client.iter().chain(&self.browser_client).chain(&self.other_clients).map(String::as_str)
    }
}

/// From the claims of a token to somebody with one role at one organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping {
    /// The claim with the name; without one, or where it is missing, `sub` is the name.
    pub name: String,
    /// The claim with the organisation.
    pub organisation: String,
    /// What the provider calls an organisation, where that is not its code.
    pub organisations: BTreeMap<String, String>,
    /// The roles. Whoever has several is the first of them, so that nobody is two people.
    pub roles: Vec<Rule>,
}

/// Who has a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The claim: its whole name, or names with dots between them.
    pub claim: String,
    /// What must be in it.
    pub has: String,
    /// The role.
    pub role: Role,
    /// The organisation, where it does not come from a claim.
    pub organisation: Option<String>,
}

/// Who somebody is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Name.
    pub name: RawText,
    /// Role.
    pub role: Role,
    /// Code of the organisation.
    pub organisation: String,
}

/// The longest name of a person that is kept, in characters.
const LONGEST_NAME: usize = 200;

impl Mapping {
    /// Who the claims are about; nothing when they are nobody here: no role, or an organisation nobody knows.
    pub fn person(&self, claims: &Map<String, Value>) -> Option<Person> {
        let rule = self.roles.iter().find(|rule| rule.holds(claims))?;
        let organisation = match &rule.organisation {
            Some(code) => code.clone(),
            None => self.organisation_of(at(claims, &self.organisation)?.as_str()?)?,
        };
        let name = at(claims, &self.name).and_then(Value::as_str).filter(|name| !name.trim().is_empty());
        let name = name.or_else(|| claims.get("sub")?.as_str())?;
        Some(Person { name: RawText(name.chars().take(LONGEST_NAME).collect()), role: rule.role, organisation })
    }

    fn organisation_of(&self, said: &str) -> Option<String> {
        let meant = self.organisations.get(said).map_or(said, String::as_str);
        known(meant)
    }
}

impl Rule {
    fn holds(&self, claims: &Map<String, Value>) -> bool {
        match at(claims, &self.claim) {
            Some(Value::String(one)) => *one == self.has,
            Some(Value::Array(several)) => several.iter().any(|one| one.as_str() == Some(&self.has)),
            _ => false,
        }
    }
}

/// The code of an organisation, written in capitals or not; nothing when there is none of it.
pub fn known(code: &str) -> Option<String> {
    let desk = crate::server::tokens::DESK_ORGANISATION;
    if code.eq_ignore_ascii_case(desk) {
        return Some(desk.into());
    }
    organisation::all().into_iter().map(|one| one.code.to_string()).find(|one| one.eq_ignore_ascii_case(code))
}

/// The claim of this name, or what is under names with dots between them.
fn at<'c>(claims: &'c Map<String, Value>, path: &str) -> Option<&'c Value> {
    if let Some(value) = claims.get(path) {
        return Some(value);
    }
    let (first, rest) = path.split_once('.')?;
    at(claims.get(first)?.as_object()?, rest)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn person(claims: Value) -> Option<(Role, String, String)> {
        let rule = |claim: &str, has: &str, role, organisation: Option<&str>| Rule {
            claim: claim.into(),
            has: has.into(),
            role,
            organisation: organisation.map(Into::into),
        };
        let mapping = Mapping {
            name: "name".into(),
            organisation: "org.code".into(),
            organisations: [("utrecht".to_owned(), "GM0344".to_owned())].into(),
            roles: vec![
                rule("https://id.example/roles", "loket", Role::Desk, Some("LMM")),
                rule("realm.roles", "secretaris", Role::LetSecretary, Some("LMM")),
                rule("roles", "gemeente", Role::Municipal, None),
            ],
        };
        let person = mapping.person(claims.as_object().unwrap())?;
        Some((person.role, person.organisation, person.name.0))
    }

    #[test]
    fn the_first_rule_that_holds_counts_and_without_one_or_an_organisation_nobody_is_anybody() {
        let is = |role, organisation: &str, name: &str| Some((role, organisation.to_owned(), name.to_owned()));
        let both =
            json!({ "sub": "7", "name": "Anna", "realm": { "roles": ["x", "secretaris"] }, "https://id.example/roles": "loket" });
        assert_eq!(person(both), is(Role::Desk, "LMM", "Anna"));
        assert_eq!(person(json!({ "sub": "7", "realm": { "roles": ["secretaris"] } })), is(Role::LetSecretary, "LMM", "7"));
        for said in ["utrecht", "gm0344", "GM0344"] {
            let claims = json!({ "sub": "7", "name": " ", "roles": "gemeente", "org": { "code": said } });
            assert_eq!(person(claims), is(Role::Municipal, "GM0344", "7"), "{said}");
        }
        for nobody in [
            json!({ "sub": "7" }),
            json!({ "sub": "7", "roles": "gemeente" }),
            json!({ "sub": "7", "roles": "gemeente", "org": { "code": "gm9999" } }),
            json!({ "sub": "7", "roles": "gemeente2", "org": { "code": "gm0344" } }),
            json!({ "sub": "7", "realm": { "roles": "secretaris,loket" } }),
            json!({ "sub": "7", "realm": { "roles": { "secretaris": true } } }),
        ] {
            assert_eq!(person(nobody.clone()), None, "{nobody}");
        }
    }
}
