//! Passwords of local accounts: which are good enough, and their hash (argon2id), which is worked out by two at a time, so that a flood of
//! sign-ins eats neither the memory nor the processors of the machine.

use std::sync::atomic::{AtomicU64, Ordering};

use argon2::{Algorithm, Argon2, Params, Version};
use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use tokio::{sync::Semaphore, task::spawn_blocking};

use super::super::{random, store::StoreError};
use crate::domain::{check::Finding, fold::fold};

/// Memory in KiB, passes and lanes: the first choice of OWASP's Password Storage Cheat Sheet that two at once of fit a small machine.
const COSTS: Costs = (19 * 1024, 2, 1);

type Costs = (u32, u32, u32);

/// Passwords that are worked on at once.
const AT_ONCE: usize = 2;

/// The length of a password, in characters.
const LENGTH: (usize, usize) = (12, 256);

/// So many different characters there are in one that is not typed by leaning on a key.
const DIFFERENT: usize = 5;

/// So many letters and digits there are besides ones own name.
const BESIDE_NAME: usize = 6;

/// Beginnings that stand in every list of the commonest passwords, folded, which digits and signs make no better.
const COMMON: [&str; 32] = [
    "123456789",
    "qwerty",
    "qwertyuiop",
    "asdfghjkl",
    "azerty",
    "abcdefgh",
    "abc",
    "1q2w3e4r",
    "1qaz2wsx",
    "zaq12wsx",
    "password",
    "passwordpassword",
    "passw0rd",
    "p@ssw0rd",
    "passphrase",
    "wachtwoord",
    "wachtwoordwachtwoord",
    "wachtwoordzin",
    "welkom",
    "welkomwelkom",
    "geheim",
    "geheimgeheim",
    "welcome",
    "letmein",
    "iloveyou",
    "administrator",
    "beheerder",
    "loket",
    "loketloket",
    "maatwerk",
    "amsterdam",
    "nederland",
];

/// What is wrong with a password for somebody of this name. It is a question of what is typed alone: whether there is such an account plays no part.
pub fn faults(name: &str, password: &str) -> Vec<Finding> {
    let length = password.chars().count();
    let squeezed = |text: &str| fold(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let (plain, squeezed, name) = (fold(password), squeezed(password), squeezed(name));
    let core = plain.trim_matches(|c: char| !c.is_alphabetic());
    let mut different: Vec<char> = plain.chars().collect();
    different.sort_unstable();
    different.dedup();
    let is_common = different.len() < DIFFERENT
        || COMMON.contains(&core)
        || plain.trim_matches(|c: char| !c.is_alphanumeric()).chars().all(|c| c.is_ascii_digit())
        || COMMON.iter().any(|common| plain.starts_with(common) && plain.len() < common.len() + 4);
    let code = match () {
        () if length < LENGTH.0 => Finding::new("/password", "password-too-short", LENGTH.0),
        () if length > LENGTH.1 => Finding::new("/password", "too-long", LENGTH.1),
        // A name with some digits behind it is the name.
        () if !name.is_empty() && squeezed.contains(&name) && squeezed.chars().count() < name.chars().count() + BESIDE_NAME => {
            Finding::new("/password", "password-is-name", "")
        }
        () if is_common => Finding::new("/password", "password-common", ""),
        () => return vec![],
    };
    vec![code]
}

/// Works out hashes.
pub struct Passwords {
    seats: Semaphore,
    /// How many were worked out, also for nobody.
    done: AtomicU64,
}

impl Default for Passwords {
    fn default() -> Self {
        Self { seats: Semaphore::new(AT_ONCE), done: AtomicU64::new(0) }
    }
}

impl Passwords {
    /// The hash to keep of a password, in the form of PHC.
    pub async fn hash(&self, password: &str) -> Result<String, StoreError> {
        let salt = random::bytes::<16>()?;
        let hash = self.worked_out(password, salt.to_vec(), COSTS).await?;
        let (memory, passes, lanes) = COSTS;
        let [salt, hash] = [&salt[..], &hash].map(|bytes| STANDARD_NO_PAD.encode(bytes));
        Ok(format!("$argon2id$v=19$m={memory},t={passes},p={lanes}${salt}${hash}"))
    }

    /// Is this the password of that hash? Without a hash the same work is done, and it is not.
    pub async fn is(&self, password: &str, kept: Option<&str>) -> Result<bool, StoreError> {
        let parsed = kept.and_then(parts);
        let is_there = parsed.is_some();
        let (costs, salt, wanted) = parsed.unwrap_or_else(|| (COSTS, vec![0; 16], vec![0; 32]));
        let hash = self.worked_out(password, salt, costs).await?;
        let differs = hash.iter().zip(&wanted).fold(0, |sum, (one, other)| sum | (one ^ other));
        Ok(is_there && wanted.len() == hash.len() && differs == 0)
    }

    /// How many were worked out so far.
    #[cfg(test)]
    pub fn count(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }

    async fn worked_out(&self, password: &str, salt: Vec<u8>, (memory, passes, lanes): Costs) -> Result<Vec<u8>, StoreError> {
        let broken = || StoreError::Fault("a password cannot be hashed".into());
        let seat = self.seats.acquire().await.map_err(|_| broken())?;
        let password = password.as_bytes().to_vec();
        let work = spawn_blocking(move || {
            let params = Params::new(memory, passes, lanes, Some(32)).ok()?;
            let mut out = vec![0; 32];
            Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(&password, &salt, &mut out).ok()?;
            Some(out)
        });
        let out = work.await.ok().flatten().ok_or_else(broken);
        self.done.fetch_add(1, Ordering::Relaxed);
        drop(seat);
        out
    }
}

/// Costs, salt and hash of what is kept.
type Parts = (Costs, Vec<u8>, Vec<u8>);

fn parts(kept: &str) -> Option<Parts> {
    let mut parts = kept.strip_prefix("$argon2id$v=19$")?.split('$');
    let (costs, salt, hash) = (parts.next()?, parts.next()?, parts.next()?);
    let mut costs = costs.split(',').zip(["m=", "t=", "p="]).map(|(part, name)| part.strip_prefix(name)?.parse().ok());
    let costs = (costs.next()??, costs.next()??, costs.next()??);
    Some((costs, STANDARD_NO_PAD.decode(salt).ok()?, STANDARD_NO_PAD.decode(hash).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_common_and_ones_own_name_are_refused() {
        for (password, code) in [
            ("kort", "password-too-short"),
            ("elf tekens.", "password-too-short"),
            ("wachtwoord123", "password-common"),
            ("Welkom2026!!!", "password-common"),
            ("aaaaaaaaaaaaaaa", "password-common"),
            ("123456789012345", "password-common"),
            ("P@ssw0rd1234", "password-common"),
            ("Anna de Wit 1", "password-is-name"),
            ("annadewit2026!", "password-is-name"),
        ] {
            let found = faults("Anna de Wit", password);
            assert_eq!(found.first().map(|finding| finding.code), Some(code), "{password}");
        }
        for good in
            ["drie natte schapen", "correct horse battery staple", "wachtwoord van de buurman zijn kat", "januari is koud"]
        {
            assert!(faults("Anna de Wit", good).is_empty() && faults("Jan", good).is_empty(), "{good}");
        }
        assert_eq!(faults("x", &"ab cd ".repeat(60))[0].code, "too-long");
    }

    #[tokio::test]
    async fn a_hash_is_of_one_password_and_the_work_is_done_for_nobody_too() {
        let passwords = Passwords::default();
        let kept = passwords.hash("drie natte schapen").await.unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert_ne!(kept, passwords.hash("drie natte schapen").await.unwrap(), "salted");
        assert!(passwords.is("drie natte schapen", Some(&kept)).await.unwrap());
        assert!(!passwords.is("drie natte schaap", Some(&kept)).await.unwrap());
        let before = passwords.count();
        for nobody in [None, Some(""), Some("$argon2id$v=19$m=1$x$y")] {
            assert!(!passwords.is("drie natte schapen", nobody).await.unwrap());
        }
        assert_eq!(passwords.count(), before + 3);
    }
}
