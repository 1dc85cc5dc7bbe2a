// Enlarging a coronal picture to pixels in true proportion: gray window, implant filled and outlined.
#pragma once

#include "engine/core/picture.h"
#include "engine/io/canvas.h"
#include "engine/io/filmstrip.h"

namespace hipwright {

/// Draws the picture into `rect`, interpolating between voxels. Where the field is positive the implant colour is laid
/// over at half strength; its border is a full line. Throws Error(Internal) if the picture's sizes differ.
void drawPicture(Canvas& canvas, const PixelRect& rect, const CoronalPicture& picture, const GrayWindow& window);

/// R and L in the upper corners, at most `size` pixels high; nothing where the picture is too small for them.
void drawSides(Canvas& canvas, const PixelRect& rect, TextDrawer& text, int size);

/// The colour of the implant in pictures and legends.
inline constexpr Rgb kImplantColour{0x40, 0xC8, 0xE0};

}  // namespace hipwright
