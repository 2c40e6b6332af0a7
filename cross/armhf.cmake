# 32-bit ARM as Debian builds it (ARMv7 with a floating point unit): Raspberry Pi 2 and newer.
set(CMAKE_SYSTEM_PROCESSOR armv7l)
set(PLACARD_TRIPLET arm-linux-gnueabihf)
set(PLACARD_DEB_ARCHITECTURE armhf)
set(PLACARD_EMULATOR qemu-arm-static)
include(${CMAKE_CURRENT_LIST_DIR}/toolchain.cmake)
