# 64-bit ARM: Raspberry Pi 3 and newer, with the 64-bit system.
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(PLACARD_TRIPLET aarch64-linux-gnu)
set(PLACARD_DEB_ARCHITECTURE arm64)
set(PLACARD_EMULATOR qemu-aarch64-static)
include(${CMAKE_CURRENT_LIST_DIR}/toolchain.cmake)
