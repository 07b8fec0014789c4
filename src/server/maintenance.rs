//! `loket db backup`, `check` and `restore`.

use std::{
    fs::Permissions,
    io,
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
};

pub use super::store::check::Fault;
use super::{
    audit,
    names::Names,
    start::StartError,
    store::{Store, StoreError, changes, check},
};

/// Why there is no backup.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The file exists; it is never overwritten.
    #[error("{0} exists already; a backup never overwrites")]
    Exists(String),
    /// PostgreSQL has its own tools.
    #[error("only a SQLite database is backed up by loket; for PostgreSQL use pg_dump or pg_basebackup")]
    NotSqlite,
    /// The file cannot be written.
    #[error("the backup cannot be written: {0}")]
    File(String),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Writes a consistent copy of a SQLite store to a new file, readable by its owner only, while the store is in use. The copy
/// is made under another name and gets its own when it is whole and on disk.
pub async fn backup(store: &Store, file: &Path) -> Result<(), BackupError> {
    let Store::Lite { readers, .. } = store else { return Err(BackupError::NotSqlite) };
    if file.exists() {
        return Err(BackupError::Exists(file.display().to_string()));
    }
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (_room, copy) = vessel(folder).map_err(file_error)?;
    let name = copy.to_str().ok_or_else(|| file_error("the path is no text"))?.to_owned();
    sqlx::query("VACUUM INTO $1").bind(name).execute(readers).await.map_err(StoreError::from)?;
    std::fs::File::open(&copy).and_then(|copy| copy.sync_all()).map_err(file_error)?;
    // Unlike a rename, a link never overwrites.
    std::fs::hard_link(&copy, file).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => BackupError::Exists(file.display().to_string()),
        _ => file_error(error),
    })?;
    std::fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(file_error)
}

/// An empty file for the copy in a new folder; both are the owner's alone from the start, whatever the umask. SQLite fills
/// an empty file and leaves its rights; one that it makes itself has the rights of the umask.
fn vessel(folder: &Path) -> io::Result<(tempfile::TempDir, PathBuf)> {
    let mut builder = tempfile::Builder::new();
    let room = builder.prefix(".loket-backup-").permissions(Permissions::from_mode(0o700)).tempdir_in(folder)?;
    let copy = room.path().join("copy.db");
    let file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&copy)?;
    file.set_permissions(Permissions::from_mode(0o600))?;
    Ok((room, copy))
}

fn file_error(error: impl std::fmt::Display) -> BackupError {
    BackupError::File(error.to_string())
}

/// Why a backup was not put back. Nothing stands where it should have come.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// There is a database already; it is never overwritten.
    #[error("{0} exists already; a restore never overwrites")]
    Exists(String),
    /// The file cannot be read or written.
    #[error("the database cannot be written: {0}")]
    File(String),
    /// The backup is no store of loket, or of a newer one.
    #[error(transparent)]
    Start(#[from] StartError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Puts a backup of a SQLite store back as a new file, readable by its owner only, brings its schema up to date, names it anew (see
/// [`changes::rename`]) and checks it. It gets its name when all that is done and on disk. The backup stays as it is.
pub async fn restore(backup: &Path, file: &Path) -> Result<Findings, RestoreError> {
    let beside = |end: &str| PathBuf::from(format!("{}{end}", file.display()));
    if let Some(there) = [file.to_owned(), beside("-wal"), beside("-shm")].iter().find(|path| path.exists()) {
        return Err(RestoreError::Exists(there.display().to_string()));
    }
    if Store::steps(&format!("sqlite:{}", backup.display()), false).await?.0 == 0 {
        return Err(StartError::Missing(backup.display().to_string()).into());
    }
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (_room, copy) = vessel(folder).map_err(restore_error)?;
    std::fs::copy(backup, &copy).map_err(restore_error)?;
    std::fs::set_permissions(&copy, Permissions::from_mode(0o600)).map_err(restore_error)?;
    let store = Store::open(&format!("sqlite:{}", copy.display()), false).await?;
    let findings = restored(&store).await?;
    store.close().await;
    std::fs::File::open(&copy).and_then(|copy| copy.sync_all()).map_err(restore_error)?;
    std::fs::hard_link(&copy, file).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => RestoreError::Exists(file.display().to_string()),
        _ => restore_error(error),
    })?;
    std::fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(restore_error)?;
    Ok(findings)
}

/// Names a store anew that was put back to an earlier state, so that nobody goes on from a later one, and checks it.
pub async fn restored(store: &Store) -> Result<Findings, StoreError> {
    let mut link = store.write().await?;
    changes::rename(&mut link).await?;
    link.commit().await?;
    check(store).await
}

fn restore_error(error: io::Error) -> RestoreError {
    RestoreError::File(error.to_string())
}

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    /// Signals looked at.
    pub signals: i64,
    /// Entries of the register looked at.
    pub officers: i64,
    /// Audit rows verified.
    pub audit_rows: i64,
    /// What is wrong; empty: nothing.
    pub faults: Vec<Fault>,
}

/// Checks the file, references, documents, sequences and the audit chains.
pub async fn check(store: &Store) -> Result<Findings, StoreError> {
    let mut findings = Findings { faults: check::file(store).await?, ..Findings::default() };
    let mut link = store.read().await?;
    findings.faults.extend(check::tables(&mut link).await?);
    let (signals, faults) = check::signal_documents(&mut link, &Names::embedded()).await?;
    findings.signals = signals;
    findings.faults.extend(faults);
    let (officers, faults) = check::officer_documents(&mut link).await?;
    findings.officers = officers;
    findings.faults.extend(faults);
    findings.faults.extend(check::timelines(&mut link).await?);
    findings.faults.extend(check::documents::faults(&mut link).await?);
    drop(link);
    let audit = audit::verify(store).await?;
    findings.audit_rows = audit.rows;
    let broken = audit.broken.into_iter();
    findings.faults.extend(broken.map(|chain| Fault::of(chain.what, format!("{}, {}", chain.organisation, chain.seq))));
    Ok(findings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_under_way_is_the_owners_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let (room, copy) = vessel(folder.path()).expect("an empty file");
        let mode = |path: &Path| path.metadata().map(|found| found.permissions().mode() & 0o777).ok();
        assert_eq!(mode(room.path()), Some(0o700));
        assert_eq!(mode(&copy), Some(0o600));
    }
}
