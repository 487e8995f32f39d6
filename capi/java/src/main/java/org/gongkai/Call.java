package org.gongkai;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * What one operation holds in native memory: arguments and the library's objects, all freed when it is closed. Nothing
 * native outlives the operation that made it, so no object of this package needs closing, and none can be used after it.
 */
final class Call implements AutoCloseable {
  private final List<Runnable> frees = new ArrayList<>();

  private final Memory error;

  Call() {
    library();  // first of all, so that a failure to load it or JNA is told by the loader
    error = allocate(88);
    error.setLong(0, error.size());
  }

  private static volatile NativeLibrary loaded;

  /** Loaded at the first call. Not in a static initializer, whose failure would be told once and never again. */
  static NativeLibrary library() {
    NativeLibrary library = loaded;
    if (library == null) {
      synchronized (Call.class) {
        if (loaded == null) {
          loaded = Loader.load();
        }
        library = loaded;
      }
    }
    return library;
  }

  /** A struct of gongkai.h, filled member by member in the header's order. */
  final class Struct {
    private final Memory memory;
    private long end;

    /** A struct of so many bytes, all 0; sized, it begins with its struct_size. */
    Struct(long size, boolean sized) {
      memory = allocate(size);
      if (sized) {
        i64(size);
      }
    }

    Struct i32(int value) {
      memory.setInt(end, value);
      end += 4;
      return this;
    }

    Struct i64(long value) {
      end = (end + 7) / 8 * 8;
      memory.setLong(end, value);
      end += 8;
      return this;
    }

    Struct pointer(Pointer value) { return i64(Pointer.nativeValue(value)); }

    /** The struct, of which every member must have been given. */
    Pointer done() {
      if ((end + 7) / 8 * 8 != memory.size()) {
        throw new IllegalStateException("a struct of " + memory.size() + " bytes was filled to " + end);
      }
      return memory;
    }
  }

  Memory allocate(long size) {
    Memory memory = new Memory(Math.max(size, 1));
    frees.add(memory::close);
    memory.clear();
    return memory;
  }

  Pointer bytes(byte[] bytes) {
    Memory memory = new Memory(Math.max(bytes.length, 1));
    frees.add(memory::close);
    memory.write(0, bytes, 0, bytes.length);
    return memory;
  }

  /** A text as the library wants it, null for null. */
  Pointer text(String text) {
    if (text == null) {
      return Pointer.NULL;
    }
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("文本中不能有空字符 (a text must not hold NUL)");
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    Memory memory = allocate(utf8.length + 1L);
    memory.write(0, utf8, 0, utf8.length);
    return memory;
  }

  /** Calls a function that makes an object, which is freed with this. */
  Pointer make(ToIntFunction<PointerByReference> function, Consumer<Pointer> free) {
    Pointer made = lend(function);
    frees.add(() -> free.accept(made));
    return made;
  }

  /** Calls a function that lends an object of another. */
  Pointer lend(ToIntFunction<PointerByReference> function) {
    PointerByReference out = new PointerByReference();
    check(function.applyAsInt(out));
    return out.getValue();
  }

  /** Calls a function that makes a buffer, and gives what is in it. */
  byte[] buffer(ToIntFunction<PointerByReference> function) {
    Pointer buffer = make(function, library()::gk_buffer_free);
    Memory view = allocate(16);
    check(library().gk_buffer_view(buffer, view));
    return view.getPointer(0).getByteArray(0, Math.toIntExact(view.getLong(8)));
  }

  String text(ToIntFunction<PointerByReference> function) {
    return new String(buffer(function), StandardCharsets.UTF_8);
  }

  /** Throws what the library says of a failure. Nothing stands before gk_last_error() that could move a virtual thread. */
  void check(int status) {
    if (status == 0) {
      return;
    }
    library().gk_last_error(error);
    String[] texts = new String[2];
    for (int i = 0; i < 2; ++i) {
      texts[i] = new String(error.getPointer(24 + 16 * i).getByteArray(0, (int) error.getLong(32 + 16 * i)), StandardCharsets.UTF_8);
    }
    int[] place = error.getIntArray(56, 6);
    throw GongkaiException.of(status, library().gk_status_name(status).getString(0), texts[0], texts[1],
        new Place(place[0], place[1], place[2], place[3], place[4], place[5]));
  }

  @Override
  public void close() {
    for (int i = frees.size() - 1; i >= 0; --i) {
      frees.get(i).run();
    }
    frees.clear();
  }
}
