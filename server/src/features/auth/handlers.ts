// One entry for each route of the slice.
import type { authRoutes } from '@shouhou/shared/contract/auth'
import type { invitationRoutes } from '@shouhou/shared/contract/invitations'
import type { Handlers } from '../../http/context.ts'
import { acceptInvitation, joinByInvitation, lookAtInvitation } from './accept-invitation.ts'
import { addApiKey, endApiKey, readApiKeys } from './api-keys.ts'
import { changeMe } from './change-me.ts'
import { inviteStaff, readInvitations, takeBackInvitation } from './invite-staff.ts'
import { addStaff, changeStaff, readStaff } from './manage-staff.ts'
import { readMe, readShops } from './read-me.ts'
import { sendPhoneCode } from './send-phone-code.ts'
import { refreshSession, signOut, switchShop } from './sessions.ts'
import { signInWithPhone } from './sign-in-phone.ts'
import { signInAsStaff } from './sign-in-staff.ts'
import { signInWithWechat } from './sign-in-wechat.ts'

export const handlers: Handlers<typeof authRoutes & typeof invitationRoutes> = {
  'GET /shops': (_input, ctx) => readShops(ctx),
  'POST /auth/wechat': ({ body }, ctx) => signInWithWechat(ctx, body),
  'POST /auth/phone-codes': ({ body }, ctx) => sendPhoneCode(ctx, body),
  'POST /auth/phone': ({ body }, ctx) => signInWithPhone(ctx, body),
  'POST /auth/staff': ({ body }, ctx) => signInAsStaff(ctx, body),
  'POST /auth/refresh': ({ body }, ctx) => refreshSession(ctx, body),
  'POST /auth/sign-out': ({ body }, ctx) => signOut(ctx, ctx.user, body.everywhere),
  'POST /auth/switch-shop': ({ body }, ctx) => switchShop(ctx, ctx.user, body.shop),
  'GET /me': (_input, ctx) => readMe(ctx, ctx.user),
  'PUT /me': ({ body }, ctx) => changeMe(ctx, ctx.user, body),
  'GET /staff': (_input, ctx) => readStaff(ctx),
  'POST /staff': ({ body }, ctx) => addStaff(ctx, body),
  'PUT /staff/:id': ({ params, body }, ctx) => changeStaff(ctx, params.id, body),
  'GET /invitations': (_input, ctx) => readInvitations(ctx),
  'POST /invitations': ({ body }, ctx) => inviteStaff(ctx, body),
  'DELETE /invitations/:id': ({ params }, ctx) => takeBackInvitation(ctx, params.id),
  'POST /invitations/look': ({ body }, ctx) => lookAtInvitation(ctx, body),
  'POST /invitations/accept': ({ body }, ctx) => acceptInvitation(ctx, body),
  'POST /invitations/join': ({ body }, ctx) => joinByInvitation(ctx, body),
  'GET /api-keys': (_input, ctx) => readApiKeys(ctx),
  'POST /api-keys': ({ body }, ctx) => addApiKey(ctx, body),
  'DELETE /api-keys/:id': ({ params }, ctx) => endApiKey(ctx, params.id),
}
