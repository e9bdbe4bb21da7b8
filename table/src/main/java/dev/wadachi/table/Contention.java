package dev.wadachi.table;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// Carries out a transaction again while another one is in its way.
///
/// SQLite lets one write at a time, and turns down at once who has read before the other wrote, however long it is told
/// to wait; PostgreSQL ends one of two that wait for each other. Either says that doing it all again may help, which is
/// harmless: a transaction that failed has left nothing.
final class Contention {

    /// The class of SQL states by which a database says that it gave a transaction up for another's sake.
    private static final String GIVEN_UP = "40";

    /// SQLite's codes for a database and a table that somebody else holds; further codes have other high bytes.
    private static final Set<Integer> BUSY_OR_LOCKED = Set.of(5, 6);

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long FIRST_PAUSE = 10;
    private static final long LONGEST_PAUSE = 500;

    private Contention() {}

    /// What can be done again.
    interface Transaction<T> {
        T carryOut() throws SQLException;
    }

    /// What a transaction gives, as soon as no other one is in its way.
    ///
    /// @throws SQLException if it fails for another reason, or others are in its way for a minute
    static <T> T patiently(Transaction<T> transaction) throws SQLException {
        long start = System.nanoTime();
        for (long limit = FIRST_PAUSE; ; limit = Math.min(2 * limit, LONGEST_PAUSE)) {
            try {
                return transaction.carryOut();
            } catch (SQLException | TableException failed) {
                if (!isContended(failed) || System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw failed;
                }
            }
            pause(ThreadLocalRandom.current().nextLong(1, limit + 1));
        }
    }

    private static boolean isContended(Throwable failed) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql && isBusy(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBusy(SQLException failed) {
        String state = failed.getSQLState();
        return failed instanceof SQLTransientException
                || state != null && state.startsWith(GIVEN_UP)
                || failed.getClass().getName().startsWith("org.sqlite.")
                        && BUSY_OR_LOCKED.contains(failed.getErrorCode() & 0xff);
    }

    private static void pause(long millis) throws SQLException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new SQLException("told to stop while another transaction was in the way", stop);
        }
    }
}
