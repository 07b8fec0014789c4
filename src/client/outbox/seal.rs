//! Encryption of what lies on disk: AES-256-GCM, a fresh nonce each time, bound to the name of the file.

use ring::{
    aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey},
    hmac,
    rand::{SecureRandom, SystemRandom},
};

use super::folder::{DraftsError, Folder};

/// The file with the key.
pub(super) const KEY_FILE: &str = "drafts.key";
const VERSION: u8 = 1;

/// The key of one folder.
pub(super) struct Seal {
    sealing: LessSafeKey,
    naming: hmac::Key,
    random: SystemRandom,
}

impl std::fmt::Debug for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seal")
    }
}

impl Seal {
    /// Reads the key of a folder, or makes one.
    pub(super) fn open(folder: &Folder) -> Result<Self, DraftsError> {
        let random = SystemRandom::new();
        let key = match folder.read(KEY_FILE)? {
            Some(key) => key,
            None => {
                let mut key = [0; 32];
                random.fill(&mut key).map_err(|_| DraftsError::Unreadable)?;
                folder.write_once(KEY_FILE, &key)?;
                // Another process may have been first.
                folder.read(KEY_FILE)?.unwrap_or_default()
            }
        };
        let sealing = UnboundKey::new(&AES_256_GCM, &key).map_err(|_| DraftsError::Unreadable)?;
        let naming = hmac::Key::new(hmac::HMAC_SHA256, &key);
        Ok(Self { sealing: LessSafeKey::new(sealing), naming, random })
    }

    /// Destroys the key: nothing in the folder can be read any more.
    pub(super) fn destroy(folder: &Folder) -> Result<(), DraftsError> {
        // Overwritten first: a copy on write file system may keep it, an ordinary one does not.
        folder.write(KEY_FILE, &[0; 32])?;
        folder.remove(KEY_FILE)
    }

    /// A file name that tells nothing of what it stands for.
    pub(super) fn name(&self, start: &str, of: &str) -> String {
        let tag = hmac::sign(&self.naming, of.as_bytes());
        tag.as_ref().iter().take(16).fold(start.to_owned(), |name, byte| format!("{name}{byte:02x}"))
    }

    /// Encrypts the content of a file.
    pub(super) fn close(&self, name: &str, content: &[u8]) -> Result<Vec<u8>, DraftsError> {
        let mut nonce = [0; NONCE_LEN];
        self.random.fill(&mut nonce).map_err(|_| DraftsError::Unreadable)?;
        let mut sealed = content.to_vec();
        self.sealing
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(name), &mut sealed)
            .map_err(|_| DraftsError::Unreadable)?;
        Ok([&[VERSION][..], &nonce, &sealed].concat())
    }

    /// Decrypts the content of a file.
    pub(super) fn open_content(&self, name: &str, file: &[u8]) -> Result<Vec<u8>, DraftsError> {
        let (VERSION, rest) = file.split_first().map(|(version, rest)| (*version, rest)).ok_or(DraftsError::Unreadable)? else {
            return Err(DraftsError::Unreadable);
        };
        let (nonce, sealed) = rest.split_first_chunk::<NONCE_LEN>().ok_or(DraftsError::Unreadable)?;
        let mut content = sealed.to_vec();
        let length = self
            .sealing
            .open_in_place(Nonce::assume_unique_for_key(*nonce), Aad::from(name), &mut content)
            .map_err(|_| DraftsError::Unreadable)?
            .len();
        content.truncate(length);
        Ok(content)
    }
}
