package dev.wadachi.task;

import java.nio.file.Path;

/// What lies outside and is known by name: the project's files, and configured connections.
public interface Resources {

    /// A file or folder of the project, resolved against the project's root.
    ///
    /// @param relative a path such as `data/sales.csv`; an absolute one stands as it is
    Path path(String relative);

    /// A configured resource, such as the data source `warehouse`.
    ///
    /// Resources come from the configuration, so secrets are never components, keys, traces or logs.
    ///
    /// @throws OutsideException if nothing of this type and name is configured; names what is
    <R> R resource(Class<R> type, String name);
}
