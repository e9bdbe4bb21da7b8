package dev.wadachi.resource;

import dev.wadachi.task.OutsideException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SequencedSet;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// A database by its `url`, opened with the project's own driver. Each connection is a new one.
///
/// [DriverManager][java.sql.DriverManager] does not see drivers that are not on the JVM's class path, so they are asked
/// directly. What it says of itself names no secret.
///
/// @param settings `url`, `user`, `password`, and whatever else the driver takes
/// @param drivers where drivers are looked for, one after the other
record ConfiguredDatabase(Map<String, String> settings, List<ClassLoader> drivers) implements DataSource {

    static final String URL = "url";
    private static final String SQLITE = "jdbc:sqlite:";

    ConfiguredDatabase {
        settings = Map.copyOf(settings);
        drivers = List.copyOf(drivers);
    }

    /// Whether settings are those of a database.
    static boolean isDescribedBy(Map<?, ?> settings) {
        return settings.get(URL) instanceof String url && url.startsWith("jdbc:");
    }

    static ConfiguredDatabase of(Map<?, ?> settings, List<ClassLoader> drivers) {
        Map<String, String> texts = new TreeMap<>();
        settings.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
        return new ConfiguredDatabase(texts, drivers);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return open(new Properties());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        Properties who = new Properties();
        who.setProperty("user", user);
        who.setProperty("password", password);
        return open(who);
    }

    private Connection open(Properties who) throws SQLException {
        String url = String.valueOf(settings.get(URL));
        requireFolder(url);
        Properties all = new Properties();
        settings.forEach((name, value) -> {
            if (!name.equals(URL)) {
                all.setProperty(name, value);
            }
        });
        all.putAll(who);
        SequencedSet<String> found = new LinkedHashSet<>();
        for (ClassLoader loader : drivers) {
            for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
                // What two loaders share is asked once.
                Connection connection = found.add(driver.getClass().getName()) && driver.acceptsURL(url)
                        ? driver.connect(url, all)
                        : null;
                if (connection != null) {
                    return connection;
                }
            }
        }
        throw new NoDriver(toString(), found);
    }

    /// SQLite makes a file that is not there, but no folder, and does not say which one it missed.
    private static void requireFolder(String url) {
        String file = url.startsWith(SQLITE) ? url.substring(SQLITE.length()).replaceFirst("[?].*", "") : "";
        if (file.isEmpty() || file.startsWith(":") || file.startsWith("file:")) {
            return;
        }
        Path folder = Path.of(file).toAbsolutePath().resolveSibling("").normalize();
        if (!Files.isDirectory(folder)) {
            throw new OutsideException("there is no folder " + folder + " for the database " + url
                    + "; make it, or mend the url of the resource in wadachi.toml");
        }
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        // Nothing is written.
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("give the driver's own setting for time-outs in wadachi.toml");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("dev.wadachi");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("a configured database is no " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }

    /// The kind of the database: URLs may hold passwords.
    @Override
    public String toString() {
        String[] parts = String.valueOf(settings.get(URL)).split(":", 3);
        return parts[0] + ":" + (parts.length > 1 ? parts[1] : "") + ":…";
    }
}
