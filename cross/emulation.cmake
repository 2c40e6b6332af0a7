# What holds for tests under qemu's emulation of another machine's programs.

# They run several times slower than on the machine itself, while others build.
set(PLACARD_TEST_TIMEOUT 1800)
set(PLACARD_TEST_PATIENCE 6)

# These ask what the emulator cannot do. The same code is tested by them on this machine.
set(PLACARD_TEST_ARGUMENTS
  # landlock, seccomp and limits of memory: qemu hands none of them to the kernel
  -s /fetch/sandbox/fetcher
  -s /fetch/sandbox/fetcher-files
  -s /fetch/sandbox/lister
  -s /fetch/sandbox/picture
  -s /fetch/sandbox/limits
  -s /fetch/confined/walls
  -s /fetch/pictures/recovery
  # a program that cannot be started: to qemu's caller it starts, and ends at once with 127
  -s /child/missing-program
  -s /fetcher/failures
  -s /fetcher/retried
  # files of /proc whose size nobody knows: qemu keeps a copy of them, which has one
  -s /fetch/local/read/size-untold)
