package dev.wadachi.testkit;

import dev.wadachi.task.OutsideException;
import dev.wadachi.task.Resources;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// What lies around a task in a test.
record Setting(Path root, long seed, Map<Setting.Name, Object> resources) implements Resources {

    record Name(Class<?> type, String name) {
        @Override
        public String toString() {
            return type.getSimpleName() + " '" + name + "'";
        }
    }

    Setting withSeed(long other) {
        return new Setting(root, other, resources);
    }

    <R> Setting with(Class<R> type, String name, R resource) {
        Map<Name, Object> more = new LinkedHashMap<>(resources);
        more.put(new Name(type, name), resource);
        return new Setting(root, seed, more);
    }

    @Override
    public Path path(String relative) {
        return root.resolve(relative);
    }

    @Override
    public <R> R resource(Class<R> type, String name) {
        Object resource = resources.get(new Name(type, name));
        if (resource == null) {
            throw new OutsideException("There is no " + new Name(type, name) + " among " + resources.keySet()
                    + "; give it to the test with new Direct().with(" + type.getSimpleName() + ".class, \"" + name
                    + "\", …).");
        }
        return type.cast(resource);
    }
}
