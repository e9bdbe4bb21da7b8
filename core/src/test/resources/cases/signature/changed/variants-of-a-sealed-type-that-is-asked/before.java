import dev.wadachi.task.*;
import java.util.*;

sealed interface Shape {}

record Circle() implements Shape {}

record Train(int size) implements Task<Object> {
    public Object run(Context in) {
        return Shape.class.getPermittedSubclasses().length;
    }
}
