/** What of the map is seen, and how large: pixels to a unit, and the point in the middle. */
import type { Box } from './plan.ts'

export interface Camera {
  /** The point of the map in the middle of what is seen, in units. */
  readonly x: number
  readonly y: number
  /** Pixels to a unit: to a pod. */
  readonly scale: number
}

export interface Room {
  readonly width: number
  readonly height: number
}

export const largestScale = 96
/** However small a world is, its pods are no larger than this when all of it is shown. */
const roomiestFit = 64
const margin = 12

export function fitted(map: Room, room: Room): Camera {
  const scale = Math.min(
    roomiestFit,
    Math.max(1, room.width - 2 * margin) / Math.max(map.width, 1),
    Math.max(1, room.height - 2 * margin) / Math.max(map.height, 1),
  )
  return { x: map.width / 2, y: map.height / 2, scale }
}

/** By pixels, as a hand drags: what was under it stays under it. */
export function panned({ x, y, scale }: Camera, dx: number, dy: number): Camera {
  return { x: x - dx / scale, y: y - dy / scale, scale }
}

/** `at`: the pixel that stays where it is, from the middle. */
export function zoomed(
  camera: Camera,
  factor: number,
  at: { readonly x: number; readonly y: number },
): Camera {
  const scale = camera.scale * factor
  return {
    x: camera.x + at.x / camera.scale - at.x / scale,
    y: camera.y + at.y / camera.scale - at.y / scale,
    scale,
  }
}

/** The middle stays on the map and the map is not lost in the distance: something is always to be seen. */
export function kept({ x, y, scale }: Camera, map: Room, room: Room): Camera {
  const smallest = Math.min(fitted(map, room).scale, largestScale)
  return {
    x: Math.max(0, Math.min(map.width, x)),
    y: Math.max(0, Math.min(map.height, y)),
    scale: Math.max(smallest, Math.min(largestScale, scale)),
  }
}

/** A box in the middle, and at least so large that a unit has `scale` pixels. */
export function broughtIn(camera: Camera, box: Box, scale: number): Camera {
  return {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    scale: Math.max(camera.scale, scale),
  }
}

/** From a pixel of the room to the map. */
export function onMap(
  { x, y, scale }: Camera,
  room: Room,
  px: number,
  py: number,
): { readonly x: number; readonly y: number } {
  return { x: x + (px - room.width / 2) / scale, y: y + (py - room.height / 2) / scale }
}

/** From the map to a pixel of the room. */
export function inRoom(
  { x, y, scale }: Camera,
  room: Room,
  ux: number,
  uy: number,
): { readonly x: number; readonly y: number } {
  return { x: (ux - x) * scale + room.width / 2, y: (uy - y) * scale + room.height / 2 }
}
