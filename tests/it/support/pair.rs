//! A PostgreSQL primary with a synchronous standby, thrown away with this process. The primary falls in one way or another, the standby
//! is promoted, and in the place of the fallen one a new standby is made.

use std::{
    path::{Path, PathBuf},
    process::Child,
    time::{Duration, Instant},
};

use loket::server::{Store, store::roles};
use rustix::process::{Pid, Signal, kill_process};

use super::{
    postgres::{OWNER, SERVER, as_postgres, guard, programs, run},
    process::{of_file, wait_until_gone, with_children},
};

/// The database on it.
const DATABASE: &str = "loket";

/// What a commit waits for. Whichever is the primary, the other is its standby.
const STANDBYS: &str = "ANY 1 (s1, s2)";

/// How a primary falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fall {
    /// `kill -9` of all its processes.
    Killed,
    /// Shut without a word to anybody.
    Shut,
    /// All its processes hang; connections stay open and nothing comes back. It wakes up again as a second primary.
    Hung,
}

/// Two clusters; one of them is the primary.
pub struct Pair {
    programs: PathBuf,
    folder: PathBuf,
    primary: usize,
    /// Held open until this process ends.
    _guardian: Child,
}

impl Pair {
    /// Starts both.
    pub fn start() -> Self {
        let programs = programs().unwrap();
        let folder = PathBuf::from(run(as_postgres("mktemp").args(["-d", "-t", "loket-pair-XXXXXXXX"])).unwrap().trim());
        let guardian = guard(&programs, &folder).unwrap();
        let pair = Self { programs, folder, primary: 0, _guardian: guardian };
        let initdb = &mut as_postgres(pair.programs.join("initdb"));
        initdb.arg("--pgdata").arg(pair.data(0)).args(["--username=postgres", "--auth=trust", "--locale=C", "--encoding=UTF8"]);
        run(initdb.args(["--no-sync", "--no-instructions"])).unwrap();
        pair.start_node(0);
        pair.archive_by("true");
        pair.ask("postgres", &format!("CREATE DATABASE {DATABASE}"));
        pair.make_standby();
        pair.migrate();
        pair
    }

    /// The URL of the database, with both hosts.
    pub fn url(&self) -> String {
        self.url_of(SERVER)
    }

    /// The same, as its owner enters it.
    pub fn owner_url(&self) -> String {
        self.url_of(OWNER)
    }

    fn url_of(&self, role: &str) -> String {
        let places = [0, 1].map(|node| self.place(node).replace('/', "%2F"));
        format!("postgres://{role}@localhost/{DATABASE}?host={}", places.join(","))
    }

    /// The schema, and a role that serves.
    fn migrate(&self) {
        self.ask("postgres", &format!("CREATE ROLE {SERVER} LOGIN"));
        let url = format!("postgres://{OWNER}@localhost/{DATABASE}?host={}", self.place(0).replace('/', "%2F"));
        let done = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let store = Store::open(&url, false).await.unwrap();
                roles::admit(&store, SERVER).await.unwrap();
                store.close().await;
            });
        });
        done.join().unwrap();
    }

    /// The primary falls under so many servers, and the standby takes its place. When `moved` returns, the fallen one is made the new
    /// standby; until then no commit can end.
    pub fn fail_over(&mut self, fall: Fall, servers: usize, moved: impl FnOnce()) {
        let fallen = self.primary;
        let processes = self.processes(fallen);
        match fall {
            Fall::Killed => {
                send(&processes, Signal::KILL);
                processes.into_iter().for_each(wait_until_gone);
                self.free_memory(fallen);
            }
            Fall::Shut => self.shut(fallen),
            Fall::Hung => {
                send(&processes[..1], Signal::STOP);
                // It makes no new ones now.
                send(&self.processes(fallen), Signal::STOP);
            }
        }
        self.primary = 1 - fallen;
        run(self.control(self.primary).args(["--wait", "promote"])).unwrap();
        moved();
        if fall == Fall::Hung {
            let processes = self.processes(fallen);
            send(&processes, Signal::CONT);
            // Nobody fenced it: both say that they are the primary, and each of the servers hears it.
            let moment = self.ask_node(fallen, "postgres", "SELECT clock_timestamp()");
            let heard = format!(
                "SELECT COUNT(*) FROM pg_stat_activity WHERE state = 'idle' AND application_name = '' \
                 AND query LIKE '%pg_is_in_recovery%' AND query_start > '{moment}'"
            );
            while self.ask_node(fallen, "postgres", &heard) != servers.to_string() {}
            self.shut(fallen);
        }
        // Who was killed left the lock of its socket too.
        for folder in [self.data(fallen), self.place(fallen).into()] {
            std::fs::remove_dir_all(folder).unwrap();
        }
        self.make_standby();
    }

    /// The standby is gone.
    pub fn lose_standby(&self) {
        self.shut(1 - self.primary);
    }

    /// The standby is there again.
    pub fn find_standby(&self) {
        self.start_node(1 - self.primary);
        self.wait_for_standby();
    }

    /// What the primary answers to a query; one value.
    pub fn ask(&self, database: &str, query: &str) -> String {
        self.ask_node(self.primary, database, query)
    }

    /// From now on every segment of the write-ahead log goes to this folder, which is made.
    pub fn archive_to(&self, folder: &Path) {
        run(as_postgres("mkdir").arg(folder)).unwrap();
        self.archive_by(&format!("cp %p {}/%f", folder.display()));
    }

    fn archive_by(&self, command: &str) {
        self.ask("postgres", &format!("ALTER SYSTEM SET archive_command = '{command}'"));
        self.ask("postgres", "SELECT pg_reload_conf()");
    }

    /// A base backup of the primary.
    pub fn back_up(&self, folder: &Path, more: &[&str]) {
        let mut backup = as_postgres(self.programs.join("pg_basebackup"));
        backup.arg("--pgdata").arg(folder).args(["--host", &self.place(self.primary), "--username=postgres"]);
        run(backup.args(["--wal-method=stream", "--checkpoint=fast", "--no-sync"]).args(more)).unwrap();
    }

    /// The host that is the primary: the folder of its socket.
    pub fn host(&self) -> String {
        self.place(self.primary)
    }

    /// A folder of the user of PostgreSQL, thrown away with the pair.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn make_standby(&self) {
        self.back_up(&self.data(1 - self.primary), &["--write-recovery-conf"]);
        self.find_standby();
    }

    fn wait_for_standby(&self) {
        let began = Instant::now();
        let query = "SELECT COUNT(*) FROM pg_stat_replication WHERE state = 'streaming' AND sync_state = 'quorum'";
        while self.ask("postgres", query) != "1" {
            assert!(began.elapsed() < Duration::from_secs(60), "the standby never follows");
        }
    }

    fn start_node(&self, node: usize) {
        let place = self.place(node);
        run(as_postgres("mkdir").args(["-p", &place])).unwrap();
        let log = self.folder.join(format!("log-{}", node + 1));
        let settings = format!(
            "-c listen_addresses= -c unix_socket_directories={place} -c max_connections=100 -c shared_buffers=32MB -c fsync=off \
             -c autovacuum=off -c timezone=UTC -c log_min_messages=warning -c wal_retrieve_retry_interval=100 \
             -c archive_mode=on -c cluster_name=s{} -c synchronous_commit=on -c synchronous_standby_names='{STANDBYS}'",
            node + 1
        );
        let mut control = self.control(node);
        let started = run(control.arg("--log").arg(&log).args(["--wait", "--timeout=60", "--options", &settings, "start"]));
        started.unwrap_or_else(|why| panic!("{why}\n{}", std::fs::read_to_string(&log).unwrap_or_default()));
    }

    fn shut(&self, node: usize) {
        run(self.control(node).args(["--mode=immediate", "--wait", "stop"])).unwrap();
    }

    /// Who is killed leaves a piece of shared memory, which only a start over the same folder would take away.
    fn free_memory(&self, node: usize) {
        let told = std::fs::read_to_string(self.data(node).join("postmaster.pid")).unwrap();
        if let Some(memory) = told.lines().nth(6).and_then(|line| line.split_whitespace().last()) {
            run(as_postgres("ipcrm").args(["--shmem-id", memory])).unwrap();
        }
    }

    fn control(&self, node: usize) -> std::process::Command {
        let mut control = as_postgres(self.programs.join("pg_ctl"));
        control.arg("--pgdata").arg(self.data(node));
        control
    }

    /// By the way its own programs ask, without waiting for a standby.
    fn ask_node(&self, node: usize, database: &str, query: &str) -> String {
        let mut psql = as_postgres(self.programs.join("psql"));
        psql.env("PGOPTIONS", "-c synchronous_commit=local").args(["--no-psqlrc", "--tuples-only", "--no-align"]);
        psql.args(["--host", &self.place(node), "--username=postgres", "--dbname", database, "--command", query]);
        run(&mut psql).unwrap().trim().to_owned()
    }

    fn processes(&self, node: usize) -> Vec<Pid> {
        with_children(of_file(&self.data(node).join("postmaster.pid")))
    }

    fn data(&self, node: usize) -> PathBuf {
        self.folder.join(format!("data-{}", node + 1))
    }

    /// The folder of its socket.
    fn place(&self, node: usize) -> String {
        self.folder.join((node + 1).to_string()).display().to_string()
    }
}

/// Some of them may be gone already.
fn send(processes: &[Pid], signal: Signal) {
    for process in processes {
        kill_process(*process, signal).ok();
    }
}
