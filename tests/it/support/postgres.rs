//! One throw-away PostgreSQL cluster per test run, with a migrated template and one database per test.
//!
//! A guardian process in its own process group holds a pipe from us: when this process ends, however it ends, the pipe
//! closes, and the guardian stops the cluster and removes its folder.

use std::{
    os::unix::{fs::PermissionsExt, process::CommandExt},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{
        Mutex, OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
};

use loket::server::Store;

const MISSING: &str = "PostgreSQL is needed for these tests: install Debian's package `postgresql` (initdb, pg_ctl and psql in \
                       /usr/lib/postgresql/*/bin) and, as root, have the user `postgres`";

struct Cluster {
    bin: PathBuf,
    folder: PathBuf,
    creating: Mutex<()>,
    made: AtomicUsize,
}

static CLUSTER: OnceLock<Cluster> = OnceLock::new();

/// The URL of a new database with loket's schema, empty.
pub fn database() -> String {
    let cluster = CLUSTER.get_or_init(start);
    let name = format!("test_{}", cluster.made.fetch_add(1, Ordering::Relaxed));
    let _one_at_a_time = cluster.creating.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    cluster.psql("postgres", &format!("CREATE DATABASE {name} TEMPLATE loket_template"));
    cluster.url(&name)
}

/// Runs SQL in the database of a URL, as the owner of the cluster would.
pub fn sql(url: &str, statement: &str) -> String {
    let name = url.split_once("@localhost/").and_then(|(_, rest)| rest.split_once('?')).expect("a URL of this cluster").0;
    CLUSTER.get().expect("a cluster").psql(name, statement)
}

impl Cluster {
    fn url(&self, name: &str) -> String {
        format!("postgres://postgres@localhost/{name}?host={}", self.folder.display())
    }

    fn psql(&self, database: &str, statement: &str) -> String {
        let out = Command::new(self.bin.join("psql"))
            .args(["-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-U", "postgres", "-h"])
            .arg(&self.folder)
            .args(["-d", database, "-c", statement])
            .output()
            .expect("psql runs");
        assert!(out.status.success(), "{statement}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8_lossy(&out.stdout).trim().to_owned()
    }
}

fn start() -> Cluster {
    let bin = binaries();
    let folder = tempfile::Builder::new().prefix("loket-pg-").tempdir().expect("a folder").keep();
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o755)).expect("rights");
    if am_root() {
        run(Command::new("chown").arg("postgres").arg(&folder));
    }
    let data = folder.join("data");
    run(as_postgres(&bin.join("initdb"))
        .args(["--locale=C", "--encoding=UTF8", "--auth=trust", "--username=postgres", "--no-sync", "-D"])
        .arg(&data));
    let settings = format!(
        "-c listen_addresses='' -c unix_socket_directories='{}' -c fsync=off -c max_connections=500 -c shared_buffers=64MB",
        folder.display()
    );
    guard(&bin, &data, &folder);
    let log = folder.join("log");
    run(as_postgres(&bin.join("pg_ctl")).args(["-w", "-s", "-o", &settings, "-l"]).arg(&log).arg("-D").arg(&data).arg("start"));
    let cluster = Cluster { bin, folder, creating: Mutex::new(()), made: AtomicUsize::new(0) };
    cluster.psql("postgres", "CREATE DATABASE loket_template");
    migrate(&cluster.url("loket_template"));
    cluster
}

/// Migrates the template on a thread of its own: the caller may be inside a runtime.
fn migrate(url: &str) {
    let url = url.to_owned();
    let done = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let store = Store::open(&url, false).await.expect("the template is migrated");
            store.close().await;
        });
    });
    done.join().expect("the template is migrated");
}

/// Stops the cluster and removes its folder when our end of the pipe closes.
fn guard(bin: &Path, data: &Path, folder: &Path) {
    let script = r#"cat >/dev/null; $3 "$0" -s -m immediate -D "$1" stop; rm -rf "$2""#;
    let runner = if am_root() { "setpriv --reuid=postgres --regid=postgres --clear-groups --" } else { "" };
    let child = Command::new("sh")
        .args(["-c", script])
        .arg(bin.join("pg_ctl"))
        .arg(data)
        .arg(folder)
        .arg(runner)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .expect("a shell");
    // Its input stays open exactly as long as we live; nobody waits for it.
    std::mem::forget(child);
}

fn binaries() -> PathBuf {
    let mut found: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path().join("bin"))
        .filter(|bin| ["initdb", "pg_ctl", "psql"].iter().all(|name| bin.join(name).exists()))
        .collect();
    found.sort();
    found.pop().unwrap_or_else(|| panic!("{MISSING}"))
}

fn am_root() -> bool {
    rustix::process::geteuid().is_root()
}

/// `initdb` and `pg_ctl` refuse root.
fn as_postgres(program: &Path) -> Command {
    let mut command = if am_root() {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    command.current_dir("/").stdin(Stdio::null());
    command
}

fn run(command: &mut Command) {
    let out = command.output().unwrap_or_else(|error| panic!("{error}: {MISSING}"));
    assert!(out.status.success(), "{command:?}: {} {MISSING}", String::from_utf8_lossy(&out.stderr));
}
