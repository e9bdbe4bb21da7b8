package dev.wadachi.resource;

import java.sql.SQLException;
import java.util.Collection;

/// A database is configured, and nothing on the class path knows how to speak to it.
final class NoDriver extends SQLException {

    private static final long serialVersionUID = 1;

    /// @param database its kind, without secrets
    /// @param others classes of the drivers that there are
    NoDriver(String database, Collection<String> others) {
        super("no driver for " + database + " is on the class path"
                + (others.isEmpty() ? "" : " (there are " + String.join(", ", others) + ")")
                + "; add the database's JDBC driver to the project: to the dependencies in its pom.xml or, where it has none,"
                + " its jar to the folder lib beside the sources");
    }
}
