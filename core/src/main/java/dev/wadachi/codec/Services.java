package dev.wadachi.codec;

import dev.wadachi.task.Codec;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.WeakHashMap;

/// The codecs that a class loader offers through `ServiceLoader`.
final class Services {

    /// Softly, because codecs refer to their loader, and a project's loader is thrown away at each edit.
    private static final Map<ClassLoader, SoftReference<Services>> CACHE = new WeakHashMap<>();

    private final List<Codec<?>> codecs;

    private Services(List<Codec<?>> codecs) {
        this.codecs = codecs;
    }

    static Services of(ClassLoader loader) {
        synchronized (CACHE) {
            SoftReference<Services> cached = CACHE.get(loader);
            Services services = cached == null ? null : cached.get();
            if (services == null) {
                services = load(loader);
                CACHE.put(loader, new SoftReference<>(services));
            }
            return services;
        }
    }

    private static Services load(ClassLoader loader) {
        return new Services(ServiceLoader.load(Codec.class, loader).stream()
                .<Codec<?>>map(ServiceLoader.Provider::get)
                .toList());
    }

    Optional<Codec<?>> find(Class<?> type) {
        return codecs.stream().filter(codec -> codec.type() == type).findFirst();
    }
}
