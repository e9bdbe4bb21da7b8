package dev.wadachi.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.codec.Codecs;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

/// A project's classes are loaded anew at each edit: what is found out about them must go with them.
class ClassesAreCollectedTest {

    /// Defines the classes of this package's tests itself, as the loader of an edited project would.
    private static final class OwnLoader extends ClassLoader {

        OwnLoader() {
            super(ClassesAreCollectedTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.startsWith(TaskSpecTest.class.getName()) || name.startsWith(Samples.class.getName())
                    ? own(name)
                    : super.loadClass(name, resolve);
        }

        private Class<?> own(String name) throws ClassNotFoundException {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void shapes_and_codecs_do_not_keep_classes_alive() throws Exception {
        WeakReference<ClassLoader> loader = use();

        for (int i = 0; i < 50 && loader.get() != null; i++) {
            System.gc();
            byte[] pressure = new byte[1 << 20];
            assertThat(pressure).isNotEmpty();
        }

        assertThat(loader.get()).isNull();
    }

    private static WeakReference<ClassLoader> use() throws Exception {
        ClassLoader loader = new OwnLoader();
        Class<?> sales = loader.loadClass(TaskSpecTest.Sales.class.getName());
        Class<?> join = loader.loadClass(TaskSpecTest.Join.class.getName());
        assertThat(join).isNotSameAs(TaskSpecTest.Join.class);

        Task<?> task = (Task<?>) RecordAccess.of(sales).create(new Object[] {"file"});
        assertThat(Shape.of(sales).read(task).components()).hasSize(1);
        assertThat(Shape.of(join).refusals()).isEmpty();
        assertThat(Codecs.ofTask(join).id()).isEqualTo("text");
        assertThat(Codecs.ofType(loader.loadClass(Samples.Everything.class.getName()))
                        .id())
                .isEqualTo("json");
        TaskSpec.read(TaskSpec.write(task), loader);
        return new WeakReference<>(loader);
    }
}
