//! One throw-away PostgreSQL cluster per run of the tests, and a migrated database of its own for every test.
//!
//! A guardian shell process outlives the run: it waits until the pipe to it is closed, which happens when this process
//! ends in whatever way, then stops the cluster and removes its folder. Nothing is left in a killed run either.

use std::{
    io::Write,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

use loket::server::{Store, store::roles};
use sqlx::{Connection, Executor, PgConnection};

/// The database that every test's database is a copy of.
const TEMPLATE: &str = "loket_template";

/// Who owns the databases.
pub const OWNER: &str = "postgres";

/// As whom servers work.
pub const SERVER: &str = "loket_server";

/// What order a database has unless a column says otherwise: that of the language, as where people install it, and not the one loket
/// needs. So a column that forgot to say it is noticed.
const ELSEWHERE: &str = "LOCALE_PROVIDER icu ICU_LOCALE 'nl-NL'";

/// A migrated database for one test.
pub struct Database {
    name: String,
    url: String,
    owner_url: String,
}

impl Database {
    /// A new copy of the template; starts the cluster when it is the first.
    ///
    /// # Panics
    /// When PostgreSQL is missing or does not start: with what to install, or what it said.
    pub async fn create() -> Self {
        static LAST: AtomicU32 = AtomicU32::new(0);
        let cluster = cluster().await;
        let name = format!("loket_{}", LAST.fetch_add(1, Ordering::Relaxed));
        cluster.execute(&format!("CREATE DATABASE {name} TEMPLATE {TEMPLATE}")).await;
        Self { url: cluster.url(SERVER, &name), owner_url: cluster.url(OWNER, &name), name }
    }

    /// Its URL, as a server enters it: by a role that may do no more than serving takes.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Its URL, as its owner enters it.
    pub fn owner_url(&self) -> &str {
        &self.owner_url
    }

    /// Throws it away. Without it the database goes with the cluster.
    pub async fn discard(self) {
        cluster().await.execute(&format!("DROP DATABASE {} WITH (FORCE)", self.name)).await;
    }
}

/// The cluster of this run.
struct Cluster {
    folder: PathBuf,
    /// Held open until this process ends.
    _guardian: Child,
}

async fn cluster() -> &'static Cluster {
    static CLUSTER: OnceLock<Result<Cluster, String>> = OnceLock::new();
    // Starting takes seconds: not on a thread that other parts of the test need.
    let started = tokio::task::spawn_blocking(|| CLUSTER.get_or_init(Cluster::start).as_ref()).await.unwrap();
    started.unwrap_or_else(|why| panic!("{why}"))
}

impl Cluster {
    fn start() -> Result<Self, String> {
        let programs = programs()?;
        let folder = PathBuf::from(run(as_postgres("mktemp").args(["-d", "-t", "loket-postgres-XXXXXXXX"]))?.trim());
        let guardian = guard(&programs, &folder).map_err(|error| format!("the guardian of PostgreSQL: {error}"))?;
        let cluster = Self { folder, _guardian: guardian };
        let data = cluster.folder.join("data");
        run(as_postgres(programs.join("initdb")).arg("--pgdata").arg(&data).args([
            "--username=postgres",
            "--auth=trust",
            "--locale=C",
            "--encoding=UTF8",
            "--no-sync",
            "--no-instructions",
        ]))?;
        let settings = format!(
            "-c listen_addresses= -c unix_socket_directories={} -c max_connections=400 -c shared_buffers=64MB -c fsync=off \
             -c full_page_writes=off -c autovacuum=off -c timezone=UTC -c log_min_messages=warning",
            cluster.folder.display()
        );
        let log = cluster.folder.join("log");
        run(as_postgres(programs.join("pg_ctl")).arg("--pgdata").arg(&data).arg("--log").arg(&log).args([
            "--wait",
            "--timeout=60",
            "--options",
            &settings,
            "start",
        ]))
        .map_err(|why| format!("{why}\n{}", std::fs::read_to_string(&log).unwrap_or_default()))?;
        cluster.migrate_template()?;
        Ok(cluster)
    }

    /// Opens the template once as the server does, so that it has the schema and the seed.
    fn migrate_template(&self) -> Result<(), String> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| error.to_string())?;
        runtime.block_on(async {
            self.execute(&format!("CREATE ROLE {SERVER} LOGIN")).await;
            self.execute(&format!("CREATE DATABASE {TEMPLATE} TEMPLATE template0 {ELSEWHERE}")).await;
            let store = Store::open(&self.url(OWNER, TEMPLATE), false)
                .await
                .map_err(|error| format!("the template database: {error}"))?;
            roles::admit(&store, SERVER).await.map_err(|error| format!("the role that serves: {error}"))?;
            store.close().await;
            Ok(())
        })
    }

    /// The socket stands in the folder: no port that another program might take.
    fn url(&self, role: &str, database: &str) -> String {
        let folder = self.folder.display().to_string().replace('/', "%2F");
        format!("postgres://{role}@localhost/{database}?host={folder}")
    }

    async fn execute(&self, statement: &str) {
        let mut connection = PgConnection::connect(&self.url(OWNER, "postgres")).await.unwrap();
        connection.execute(sqlx::AssertSqlSafe(statement)).await.unwrap_or_else(|error| panic!("{statement}: {error}"));
        connection.close().await.unwrap();
    }
}

/// The folder with the programs of the newest PostgreSQL.
pub fn programs() -> Result<PathBuf, String> {
    let version = |path: &Path| path.parent()?.file_name()?.to_str()?.parse::<u32>().ok();
    let found = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|entry| entry.path().join("bin"));
    found.filter(|path| path.join("initdb").exists()).max_by_key(|path| version(path)).ok_or_else(|| {
        "PostgreSQL is missing: no /usr/lib/postgresql/*/bin/initdb. Every story runs on SQLite and on PostgreSQL; \
         install it with: apt-get install postgresql (no server needs to be running)"
            .into()
    })
}

/// `initdb` refuses root: then as the user postgres, otherwise as who runs the tests.
pub fn as_postgres(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = if rustix::process::geteuid().is_root() {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    command.current_dir("/").stdin(Stdio::null()).env_remove("PGDATA").env_remove("PGHOST").env_remove("PGPORT");
    command
}

pub fn run(command: &mut Command) -> Result<String, String> {
    let Output { status, stdout, stderr } = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if status.success() { Ok(said(&stdout)) } else { Err(format!("{command:?}: {status}\n{}{}", said(&stdout), said(&stderr))) }
}

/// A shell of its own process group that ends every cluster of a folder when this process is gone, also one that is stopped.
pub fn guard(programs: &Path, folder: &Path) -> std::io::Result<Child> {
    const SCRIPT: &str = r#"trap '' HUP INT TERM
        cat >/dev/null
        cd /
        for data in "$2"/data*; do
            process=$(head -n 1 "$data/postmaster.pid") || continue
            kill -CONT "$process" $(ps -o pid= --ppid "$process")
            if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$1/pg_ctl" -D "$data" -m immediate stop
            else "$1/pg_ctl" -D "$data" -m immediate stop; fi
        done
        rm -rf -- "$2""#;
    let mut guardian = Command::new("sh")
        .args(["-c", SCRIPT, "loket-guardian"])
        .args([programs, folder])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()?;
    // A first byte, so that a guardian that could not start is noticed here.
    if let Some(pipe) = guardian.stdin.as_mut() {
        pipe.write_all(b"\n")?;
    }
    Ok(guardian)
}
